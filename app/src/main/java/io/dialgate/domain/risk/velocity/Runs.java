package io.dialgate.domain.risk.velocity;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where one value of an attribute occurred: stretches in which each occurrence comes less than the shortest window after the one
 * before it. Inside a stretch nothing has a mark and nothing added there gets one, so that its two ends are all that has to be
 * remembered: of any number of occurrences within the grace, at most grace / shortest window + 2 stretches.
 */
final class Runs {

  private final List<Run> runs;

  /** A stretch: its first and its last occurrence. */
  record Run(Moment start, Moment end) {}

  /**
   * What lies beside an occurrence that was added.
   *
   * @param before the one before it; null if there is none, or inside a stretch
   * @param after the one after it
   * @param inside whether it was added inside a stretch
   */
  record Beside(@Nullable Moment before, @Nullable Moment after, boolean inside) {}

  Runs(List<Run> runs) {
    this.runs = new ArrayList<>(runs);
  }

  List<Run> all() {
    return runs;
  }

  /** The last occurrence. */
  Moment end() {
    return runs.getLast().end;
  }

  /**
   * Adds an occurrence.
   *
   * @param shortest the shortest window
   */
  Beside add(Moment added, long shortest) {
    int at = runs.size() - 1;
    while (at >= 0 && runs.get(at).start.compareTo(added) > 0) {
      at--;
    }
    if (at >= 0 && added.compareTo(runs.get(at).end) < 0) {
      return new Beside(null, null, true);
    }
    Moment before = at >= 0 ? runs.get(at).end : null;
    Moment after = at + 1 < runs.size() ? runs.get(at + 1).start : null;
    var run = new Run(added, added);
    if (after != null && after.time() - added.time() < shortest) {
      run = new Run(added, runs.remove(at + 1).end);
    }
    if (before != null && added.time() - before.time() < shortest) {
      runs.set(at, new Run(runs.get(at).start, run.end));
    } else {
      runs.add(at + 1, run);
    }
    return new Beside(before, after, false);
  }

  /** Forgets what cannot be beside an event from a time on. */
  void forgetBefore(long time) {
    while (runs.size() > 1 && runs.get(1).start.time() < time) {
      runs.removeFirst();
    }
  }
}
