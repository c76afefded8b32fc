package io.dialgate.runtime.registry;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.lists.Contents;
import io.dialgate.lists.FilesReader;
import io.dialgate.lists.Plan;
import io.dialgate.lists.PlanFolder;
import io.dialgate.lists.Planner;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.Succession;
import io.dialgate.lists.file.Folders;
import io.dialgate.lists.file.ListFile;
import io.dialgate.lists.layout.Kind;
import io.dialgate.lists.merge.Spool;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.RegistryStatus;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.RegistryStatuses;

/**
 * Imports files of a registry: read and check all, plan the deltas, publish them, await that they are in force, and say so.
 *
 * <p>Nothing is published before everything was read and checked. From then on the plan lies on the disk; an import that dies
 * goes on where it was when the same files are imported again, and one that goes on elsewhere sends the same events, which
 * change nothing twice.
 */
public final class RegistryImport {

  /** The longest text of a detail of an operator's action. */
  private static final int MAX_DETAIL = 2_000;

  private final Settings settings;
  private final Cluster cluster;
  private final ImportOptions options;
  private final Stages stages;

  public RegistryImport(Settings settings, Cluster cluster, ImportOptions options, Stages stages) {
    this.settings = settings;
    this.cluster = cluster;
    this.options = options;
    this.stages = stages;
  }

  /**
   * Imports files, and those of folders, as one list.
   *
   * @throws Refused if they will not be taken; nothing was published
   * @throws io.dialgate.runtime.Unreachable if the broker or the gate does not answer; the same again goes on
   */
  public ImportResult run(List<Path> named) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    try (var folder = PlanFolder.open(settings.embedded().dataDir().resolve("imports"), registry())) {
      Map<ListFile, String> files = FilesReader.digests(Folders.files(named));
      Map<String, RegistryStatus> copies = RegistryCopies.read(settings, cluster).of(registry());
      String basis = basis(files, copies);
      Optional<Plan> unfinished = options.dryRun() ? Optional.empty() : folder.unfinished(basis);
      if (unfinished.isPresent()) {
        return carryOut(unfinished.get(), files, folder, now);
      }
      folder.clear();
      ImportResult planned = plan(files, copies, basis, folder, now);
      if (planned instanceof ImportResult.WouldBe(Plan plan) && !options.dryRun()) {
        return carryOut(plan, files, folder, now);
      }
      folder.clear();
      return planned;
    } catch (RefusedList e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    }
  }

  private ImportResult plan(Map<ListFile, String> files, Map<String, RegistryStatus> copies, String basis,
      PlanFolder folder, Instant now) {
    var reader = new FilesReader(options.layout(), options.areas(), options.limits().maxBad(),
        options.limits().force());
    try (var said = new Spool(folder.path(), "files"); var progress = new GateProgress(settings, cluster)) {
      stages.begin("reading %d file(s)".formatted(files.size()),
          files.keySet().stream().mapToLong(ListFile::size).sum());
      Contents contents = reader.read(files, said, now, stages::at);
      stages.end();
      Instant asOf = AsOf.of(contents, options.asOf(), now);
      var succession = new Succession(options.layout().changesEvery(), options.limits().force());
      if (succession.isIn(contents, asOf, options.asOf().isPresent(), options.areas(), copies)) {
        return new ImportResult.AlreadyIn(List.copyOf(copies.values()));
      }
      var planner = new Planner(registry(), options.areas(), options.limits().maxRemoved(), options.limits().force());
      if (contents.kind() == Kind.FULL) {
        // What an earlier import published and the gate has not taken yet is missing in the table.
        progress.awaitInForce(options.patience(), stages);
        return new ImportResult.WouldBe(full(planner, contents, basis, asOf, said, folder));
      }
      return new ImportResult.WouldBe(planner.changes(contents, basis, asOf, said, copies, folder));
    }
  }

  private Plan full(Planner planner, Contents contents, String basis, Instant asOf, Spool wanted, PlanFolder folder) {
    try (var held = new Spool(folder.path(), "table")) {
      new TableReader(settings, cluster).read(registry(), options.areas(), held, stages);
      return planner.full(contents, basis, asOf, wanted, held, folder);
    }
  }

  private ImportResult carryOut(Plan plan, Map<ListFile, String> files, PlanFolder folder, Instant now) {
    try (var publisher = new DeltaPublisher(settings, cluster); var progress = new GateProgress(settings, cluster)) {
      publisher.publish(plan, folder, stages);
      progress.awaitInForce(options.patience(), stages);
    }
    try (var gate = new GateClient(settings, cluster, options.patience())) {
      gate.write(Topics.OPERATOR_ACTIONS, Map.of(action(plan, files, now), registry()));
      if (plan.kind() != Kind.ANSWERS) {
        Map<RegistryStatus, String> statuses = new LinkedHashMap<>();
        plan.sizes().forEach((area, size) -> {
          var status = new RegistryStatus(registry(), area, plan.asOf(), size, plan.digest(), now);
          statuses.put(status, RegistryStatuses.key(status));
        });
        gate.tell(Topics.REGISTRY_STATUS, statuses, RegistryStatuses::receipt, true);
      }
    }
    folder.clear();
    return new ImportResult.Done(plan);
  }

  private OperatorAction action(Plan plan, Map<ListFile, String> files, Instant now) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("files", clipped(files.keySet().stream()
        .map(file -> Objects.toString(file.path().getFileName())).collect(Collectors.joining(", "))));
    details.put("sha256", plan.digest());
    details.put("sha256s", clipped(String.join(" ", files.values())));
    details.put("asOf", plan.asOf().toString());
    details.put("areas", clipped(String.join(" ", options.areas().names())));
    details.put("lines", Long.toString(plan.lines()));
    details.put("added", Long.toString(plan.added()));
    details.put("removed", Long.toString(plan.removed()));
    details.put("malformed", Long.toString(plan.malformed()));
    details.put("unanswered", Long.toString(plan.unanswered()));
    details.put("forced", Boolean.toString(options.limits().force()));
    return new OperatorAction("import-" + Sha256.hex(plan.basis()), OperatorActionKind.IMPORT, registry(), options.by(),
        now, null, details);
  }

  /** The same files on the same ground are the same import. */
  private String basis(Map<ListFile, String> files, Map<String, RegistryStatus> copies) {
    String ours = options.areas().names().stream().map(area -> Optional.ofNullable(copies.get(area))
        .map(copy -> copy.getAsOf() + "=" + copy.getFileDigest()).orElse("none")).collect(Collectors.joining(","));
    return Sha256.hex(String.join("|", registry(), FilesReader.digest(files), String.join(",", options.areas().names()),
        options.asOf().map(Instant::toString).orElse(""), ours));
  }

  private String registry() {
    return options.layout().registry();
  }

  private static String clipped(String text) {
    return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL) + "…";
  }
}
