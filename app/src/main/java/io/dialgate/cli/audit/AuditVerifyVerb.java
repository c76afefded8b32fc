package io.dialgate.cli.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.ledger.tile.HttpTiles;
import io.dialgate.ledger.tile.TileFolder;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.settings.Settings;

/** {@code audit verify}: whether this is every check that was made, in order, unaltered. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = {
    "Checks whole logs against every signed head: each entry is hashed, and the tree over them must have every root that was signed.",
    "Of Kafka (default), an exported folder or an HTTP address. Prints size, root and time range of each log, or the first broken entry."})
final class AuditVerifyVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Mixin
  private LogKeys keys;

  @Option(names = "--dir", paramLabel = "DIR", description = "Check a folder that 'audit export' wrote.")
  private @Nullable Path dir;

  @Option(names = "--url", paramLabel = "URL", description = "Check what is served under this address, for example http://127.0.0.1:8080/v1/audit.")
  private @Nullable URI url;

  @Option(names = "--log", paramLabel = "N", description = "Only this log (default: all).")
  private @Nullable Integer log;

  @Option(names = "--checkpoint", paramLabel = "FILE", description = "A checkpoint that you have kept: the log must contain its tree. Needs --log with --dir or --url.")
  private List<Path> kept = new ArrayList<>();

  @Option(names = "--recompute", description = "Also decide every recorded decision again from its facts (only from Kafka).")
  private boolean recompute;

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    if (dir != null && url != null) {
      throw new Refused("expected --dir or --url, but got both; give one");
    }
    if (recompute && (dir != null || url != null)) {
      throw new Refused(
          "expected --recompute without --dir and --url, since it needs the policies on Kafka; leave one out");
    }
    if (!kept.isEmpty() && log == null) {
      throw new Refused("expected --log N with --checkpoint, since a checkpoint is of one log, but got none; add it");
    }
    LogKeys.Keys trusted = keys.load(loaded);
    boolean whole = (dir == null && url == null)
        ? new KafkaVerification(loaded, output, trusted, kept).verify(log, recompute)
        : tiles(loaded, new TileVerification(output, trusted, kept));
    return whole ? ExitCode.DONE : ExitCode.BAD_NEWS;
  }

  private boolean tiles(Settings loaded, TileVerification verification) {
    try {
      return dir != null ? folders(verification, dir) : addresses(loaded, verification, Objects.requireNonNull(url));
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read the log, but got '%s'; nothing is said about it"
          .formatted(e.getMessage()), e);
    }
  }

  private boolean folders(TileVerification verification, Path all) throws IOException {
    boolean whole = true;
    for (int each : log == null ? logsIn(all) : List.of(log)) {
      whole &= verification.verify(each, new TileFolder(all.resolve(Integer.toString(each))));
    }
    return whole;
  }

  private static List<Integer> logsIn(Path all) throws IOException {
    try (Stream<Path> folders = Files.list(all)) {
      List<Integer> found = folders.filter(Files::isDirectory).map(folder -> String.valueOf(folder.getFileName()))
          .filter(name -> name.matches("\\d{1,5}")).map(Integer::valueOf).sorted().toList();
      if (found.isEmpty()) {
        throw new Refused("expected logs in folders 0, 1 and so on in %s, but got none; name what 'audit export' wrote"
            .formatted(all));
      }
      return found;
    }
  }

  private boolean addresses(Settings loaded, TileVerification verification, URI all) throws IOException {
    boolean whole = true;
    int first = log == null ? 0 : log;
    int last = log == null ? Integer.MAX_VALUE : log;
    for (int each = first; each <= last; each++) {
      try (var tiles = new HttpTiles(URI.create(all.toString().replaceAll("/+$", "") + "/" + each),
          loaded.http().keyFor(all))) {
        // The logs are numbered without a gap: where one has no checkpoint, there are no more.
        if (each > first && tiles.checkpoint().isEmpty()) {
          return whole;
        }
        whole &= verification.verify(each, tiles);
      }
    }
    return whole;
  }
}
