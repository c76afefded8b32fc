package io.dialgate.cli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.ProgressBar;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.ledger.export.LogExport;
import io.dialgate.ledger.topic.LogTopic;
import io.dialgate.ledger.topic.NotesTopic;
import io.dialgate.ledger.topic.TopicCheck;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;

/** {@code audit export}: the logs as files. */
@Command(name = "export", mixinStandardHelpOptions = true, description = {
    "Writes every log from Kafka into a folder, up to its last signed head, as C2SP tlog-tiles lays it out: DIR/0/checkpoint,",
    "DIR/0/tile/... Any web server can serve it. Run again, it goes on where it was, also after it was killed."})
final class AuditExportVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Mixin
  private LogKeys keys;

  @Option(names = "--dir", paramLabel = "DIR", required = true, description = "The folder, made if it is not there.")
  private Path dir = Path.of("");

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    LogKeys.Keys trusted = keys.load(loaded);
    Cluster cluster = ClusterOf.running(loaded);
    Map<String, Object> client = loaded.client(cluster.bootstrapServers());
    String prefix = loaded.topics().prefix();
    boolean done = true;
    try (var topic = new LogTopic(client, prefix);
        var notes = new NotesTopic(client, prefix);
        var entries = new TopicCheck(client, prefix)) {
      int logs = topic.logs();
      List<String> origins = IntStream.range(0, logs).mapToObj(log -> trusted.of(log).name()).toList();
      Map<String, List<byte[]>> last = notes.last(origins);
      for (int log = 0; log < logs; log++) {
        VerifierKey key = trusted.of(log);
        done &= export(new LogExport(dir.resolve(Integer.toString(log)), key, topic, entries), log,
            last.getOrDefault(key.name(), List.of()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("expected to write into %s, but got '%s'; run it again, it goes on where it was"
          .formatted(dir, e.getMessage()), e);
    }
    return done ? ExitCode.DONE : ExitCode.BAD_NEWS;
  }

  private boolean export(LogExport export, int log, List<byte[]> notes) throws IOException {
    try (var bar = new ProgressBar(output, export.remaining(notes))) {
      LogExport.Done done = export.run(log, notes, bar::at);
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("log", log);
      json.put("size", done.head().size());
      json.put("written", done.written());
      json.put("root", done.head().root().toString());
      output.print(json,
          "log %d: %,d entries, %,d of them new, root %s".formatted(log, done.head().size(), done.written(),
              done.head().root()));
      return true;
    } catch (NotProven failure) {
      new LogFindings("log " + log).tellBroken(output, failure);
      return false;
    }
  }
}
