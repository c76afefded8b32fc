package io.dialgate.runtime;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.domain.audit.tile.TileSource;
import io.dialgate.http.AuditFiles;
import io.dialgate.ledger.key.KeyFile;
import io.dialgate.ledger.tile.TileFolder;

/**
 * The logs' files as they lie in the data folder, written there by the checkpointer.
 *
 * @param folder of all logs
 * @param origin of the logs: each is this, a slash and its number
 * @param logs how many there are
 * @param key that signs them
 */
record ServedLogs(Path folder, String origin, int logs, KeyFile key) implements AuditFiles {

  private static final Logger LOG = LoggerFactory.getLogger(ServedLogs.class);

  @Override
  public Optional<TileSource> log(int log) {
    return log < logs ? Optional.of(new TileFolder(folder.resolve(Integer.toString(log)))) : Optional.empty();
  }

  @Override
  public Optional<String> key(int log) {
    if (log >= logs) {
      return Optional.empty();
    }
    try {
      return Optional.of(key.read().verifierKey(origin + "/" + log).toString());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      LOG.atWarn().setCause(e).log("the audit key cannot be read");
      return Optional.empty();
    }
  }
}
