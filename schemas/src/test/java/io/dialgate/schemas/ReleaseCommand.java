package io.dialgate.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

/**
 * Not a test: the command that freezes the current schemas as a version. No build runs it; see {@link Releases#COMMAND}.
 *
 * <p>It writes the latest version again (right as long as nobody has taken that version), or the one after it.
 */
class ReleaseCommand {

  @Test
  void writeRelease() throws IOException {
    int version = Integer.getInteger("schemas.release", 0);
    List<Integer> versions = Releases.versions();
    int latest = versions.isEmpty() ? 0 : versions.getLast();
    assertThat(version).as("expected the latest version (%d) or the next one, but got %s; run %s%d", latest,
        System.getProperty("schemas.release"), Releases.COMMAND, latest + 1).isBetween(Math.max(latest, 1), latest + 1);
    Releases.write(version);
    assertThat(Releases.texts(version)).isEqualTo(Releases.current());
  }
}
