package io.dialgate.runtime.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.dialgate.lists.Areas;
import io.dialgate.lists.layout.Layout;

/**
 * What an import is told beside its files.
 *
 * @param layout how the files are written, and whose they are
 * @param areas the area codes that they cover
 * @param asOf up to when they are complete; empty: what they say themselves, else today
 * @param limits what they may change
 * @param dryRun whether nothing is to be published
 * @param by who imports them
 * @param patience how long the gate may come no further
 */
public record ImportOptions(Layout layout, Areas areas, Optional<Instant> asOf, Limits limits, boolean dryRun,
    String by,
    Duration patience) {

  /**
   * What an import may do unasked.
   *
   * @param maxBad the part of lines that may be none, 0 to 1
   * @param maxRemoved the part of what we have that a full list may take off, 0 to 1
   * @param force whether out of order, after a gap, cut, or removing more, they are taken all the same
   */
  public record Limits(double maxBad, double maxRemoved, boolean force) {}
}
