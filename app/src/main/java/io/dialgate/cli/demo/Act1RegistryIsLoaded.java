package io.dialgate.cli.demo;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dialgate.lists.FtcDeltas;
import io.dialgate.lists.FtcLine;
import io.dialgate.lists.FtcReader;
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
  public void play(Stage stage) throws IOException {
    load(stage, Samples.FTC_FULL_LIST);
    load(stage, Samples.FTC_CHANGE_FILE);
    tellHowFresh(stage);
    stage.seen().await(() -> registered(stage).equals(REGISTERED));
    stage.expectations().check("these numbers are on the table now: " + String.join(", ", REGISTERED), REGISTERED,
        registered(stage));
  }

  /** All of a file, or nothing: a line that cannot be read may be a person who must not be called. */
  private static void load(Stage stage, String sample) throws IOException {
    String digest = Samples.digest(sample);
    var deltas = new FtcDeltas(digest, FULL_LIST_AS_OF);
    List<FtcLine> lines = new ArrayList<>();
    try (Reader text = Samples.open(sample)) {
      new FtcReader(sample).read(text, lines::add);
    }
    lines.forEach(Act1RegistryIsLoaded::refuseMalformed);
    List<RegistryDelta> records = lines.stream().map(deltas::of).flatMap(Optional::stream).toList();
    records.forEach(delta -> stage.out().send(Topics.REGISTRY_DELTAS, delta.getPhone(), delta));
    long added = records.stream().filter(delta -> delta.getAction() == ListAction.ADD).count();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("file", sample);
    details.put("sha256", digest);
    details.put("added", Long.toString(added));
    details.put("removed", Long.toString(records.size() - added));
    stage.out().send(Topics.OPERATOR_ACTIONS, FtcDeltas.REGISTRY, new OperatorAction("import-" + digest,
        OperatorActionKind.IMPORT, FtcDeltas.REGISTRY, "demo", stage.clock().instant(), null, details));
    stage.narrator().tell(Map.of("loaded", details), "   %-33s  %d added, %d removed, 0 bad lines; sha256 %s…"
        .formatted(sample, added, records.size() - added, digest.substring(0, 12)));
  }

  /** Without it, no solicitation in the United States would be allowed: nobody could know whom the registry names. */
  private static void tellHowFresh(Stage stage) {
    var status = new RegistryStatus(FtcDeltas.REGISTRY, "*", CHANGES_AS_OF, (long) REGISTERED.size(),
        Samples.digest(Samples.FTC_CHANGE_FILE), stage.clock().instant());
    stage.out().send(Topics.REGISTRY_STATUS, RegistryStatuses.key(status), status);
    String receipt = RegistryStatuses.receipt(status);
    stage.seen().await(() -> stage.seen().receipts.getOrDefault(receipt, List.of()).size() >= Stage.PARTITIONS);
    stage.narrator().tell(Map.of("registry", FtcDeltas.REGISTRY, "asOf", CHANGES_AS_OF.toString()),
        "   our copy of %s is of %s: fresh, for 31 days".formatted(FtcDeltas.REGISTRY, CHANGES_AS_OF));
  }

  private static void refuseMalformed(FtcLine line) {
    if (line instanceof FtcLine.Malformed(int _, String message)) {
      throw new Refused(message + "; nothing of the file was loaded");
    }
  }

  private static List<String> registered(Stage stage) {
    return List.copyOf(stage.seen().table.keySet());
  }
}
