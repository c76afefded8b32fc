package io.dialgate.runtime.scrub;

import java.nio.file.Path;

/**
 * Where a scrub's results go.
 *
 * @param clean rows that may be dialled
 * @param rejected rows that may not
 * @param certificate of both
 */
public record ScrubFiles(Path clean, Path rejected, Path certificate) {}
