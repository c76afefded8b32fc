package io.dialgate.runtime.scrub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.note.VerifierKey;
import io.dialgate.domain.audit.verify.Prover.ProvenEntry;
import io.dialgate.ledger.key.KeyFile;
import io.dialgate.ledger.tile.CoveredEntry;
import io.dialgate.ledger.tile.HttpTiles;
import io.dialgate.ledger.tile.TileFolder;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.settings.Role;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;

/** Scrubs what the API takes, by the same way as the verb. */
public final class ScrubService {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Settings settings;
  private final Cluster cluster;
  private final Path logs;

  private ScrubService(Settings settings, Cluster cluster, Path logs) {
    this.settings = settings;
    this.cluster = cluster;
    this.logs = logs;
  }

  /**
   * Starts, with those lists that were interrupted.
   *
   * @param logs where the audit's tiles lie, if it runs here
   */
  public static Submissions start(Settings settings, Cluster cluster, Path logs, InstantSource clock) {
    var service = new ScrubService(settings, cluster, logs);
    return Submissions.start(settings.embedded().dataDir().resolve("submitted"), service::scrub, clock);
  }

  private Map<String, Object> scrub(SubmittedList list, Progress progress) {
    var scrub = new Scrub(settings, cluster, list.terms(), list.caller(), PATIENCE, progress);
    ScrubResult result = scrub.run(list.list(), list.phoneColumn(), resumable(list), list.files(), this::prove,
        list::begun);
    return new LinkedHashMap<>(result.json());
  }

  /** A scrub that was done but for its last word is forgotten, and one that is too old must not go on: both begin anew. */
  private @Nullable String resumable(SubmittedList list) {
    return list.resumed().filter(id -> Scrub.canGoOn(settings, id)).orElse(null);
  }

  private ProvenEntry prove(int log, long index) throws NotProven {
    String origin = settings.audit().origin() + "/" + log;
    try {
      VerifierKey key = new KeyFile(settings.audit().keyFile()).read().verifierKey(origin);
      if (settings.roles().contains(Role.AUDIT)) {
        Path folder = logs.resolve(Integer.toString(log));
        return CoveredEntry.prove(new TileFolder(folder), key, index, folder.toString());
      }
      URI address = URI.create(settings.http().url() + "/v1/audit/" + log);
      try (var tiles = new HttpTiles(address, settings.http().keyFor(address))) {
        return CoveredEntry.prove(tiles, key, index, address.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "expected the audit's tiles and key for the certificate, but got '%s'; send the list to an instance with the role audit"
              .formatted(e.getMessage()),
          e);
    } catch (IllegalArgumentException e) {
      throw new Refused(String.valueOf(e.getMessage()), e);
    }
  }
}
