package io.dialgate.cli.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.lists.Deltas;
import io.dialgate.lists.layout.Layouts;
import io.dialgate.lists.layout.Row;
import io.dialgate.lists.layout.RowReader;
import io.dialgate.runtime.Refused;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.schemas.RegistryStatus;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.RegistryStatuses;

/** The FTC's full list, then a change file: a delta a number, and one operator action a file. */
final class Act1RegistryIsLoaded implements Act {

  private static final String REGISTRY = "us-ftc";

  /** The date that the full list carries in its name. */
  private static final Instant FULL_LIST_AS_OF = Instant.parse("2026-08-28T00:00:00Z");

  /** When the change file was made. */
  private static final Instant CHANGES_AS_OF = Instant.parse("2026-08-29T08:00:00Z");

  private static final List<String> REGISTERED = List.of("+12125550123", "+13055550107", "+13055550108", "+14075550100",
      "+14075550104", "+14075551234");

  @Override
  public String title() {
    return "The national Do-Not-Call registry is loaded";
  }

  @Override
  public void play(Stage stage) {
    load(stage, Samples.FTC_FULL_LIST);
    load(stage, Samples.FTC_CHANGE_FILE);
    tellHowFresh(stage);
    stage.seen().await(() -> registered(stage).equals(REGISTERED));
    stage.expectations().check("these numbers are on the table now: " + String.join(", ", REGISTERED), REGISTERED,
        registered(stage));
  }

  /** All of a file, or nothing: a line that cannot be read may be a person who must not be called. */
  private static void load(Stage stage, String sample) {
    String digest = Samples.digest(sample);
    var rows = new RowReader(Layouts.shipped(REGISTRY));
    var deltas = new Deltas(REGISTRY, digest);
    List<RegistryDelta> records = Samples.lines(sample).stream().map(line -> delta(rows, deltas, line)).toList();
    records.forEach(delta -> stage.out().send(Topics.REGISTRY_DELTAS, delta.getPhone(), delta));
    long added = records.stream().filter(delta -> delta.getAction() == ListAction.ADD).count();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("file", sample);
    details.put("sha256", digest);
    details.put("added", Long.toString(added));
    details.put("removed", Long.toString(records.size() - added));
    stage.out().send(Topics.OPERATOR_ACTIONS, REGISTRY, new OperatorAction("import-" + digest,
        OperatorActionKind.IMPORT, REGISTRY, "demo", stage.clock().instant(), null, details));
    stage.narrator().tell(Map.of("loaded", details), "   %-33s  %d added, %d removed, 0 bad lines; sha256 %s…"
        .formatted(sample, added, records.size() - added, digest.substring(0, 12)));
  }

  /** Without it, no solicitation in the United States would be allowed: nobody could know whom the registry names. */
  private static void tellHowFresh(Stage stage) {
    var status = new RegistryStatus(REGISTRY, "*", CHANGES_AS_OF, (long) REGISTERED.size(),
        Samples.digest(Samples.FTC_CHANGE_FILE), stage.clock().instant());
    stage.out().send(Topics.REGISTRY_STATUS, RegistryStatuses.key(status), status);
    String receipt = RegistryStatuses.receipt(status);
    stage.seen().await(() -> stage.seen().receipts.getOrDefault(receipt, List.of()).size() >= Stage.PARTITIONS);
    stage.narrator().tell(Map.of("registry", REGISTRY, "asOf", CHANGES_AS_OF.toString()),
        "   our copy of %s is of %s: fresh, for 31 days".formatted(REGISTRY, CHANGES_AS_OF));
  }

  private static RegistryDelta delta(RowReader rows, Deltas deltas, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    return switch (rows.read(bytes, bytes.length)) {
      case Row.Listed(long number) -> deltas.record(number, Change.ADDED, FULL_LIST_AS_OF);
      case Row.Changed(long number, Change change, Instant at) -> deltas.record(number, change, at);
      case Row.Answered _ -> throw new Refused("expected a list, but got answers; nothing of the file was loaded");
      case Row.Malformed(String reason) -> throw new Refused(reason + "; nothing of the file was loaded");
    };
  }

  private static List<String> registered(Stage stage) {
    return List.copyOf(stage.seen().table.keySet());
  }
}
