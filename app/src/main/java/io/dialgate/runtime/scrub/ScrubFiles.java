package io.dialgate.runtime.scrub;

import java.nio.file.Path;
import java.util.stream.Stream;

import io.dialgate.lists.file.OutputFile;

/**
 * Where a scrub's results go.
 *
 * @param clean rows that may be dialled
 * @param rejected rows that may not
 * @param certificate of both
 */
public record ScrubFiles(Path clean, Path rejected, Path certificate) {

  /**
   * Tells before anything is asked what would only turn out afterwards.
   *
   * @throws io.dialgate.lists.RefusedList if one of them cannot be written
   */
  void require() {
    Stream.of(clean, rejected, certificate).forEach(OutputFile::require);
  }
}
