package io.dialgate.domain.risk.velocity;

/**
 * Why different values in a sliding window can be counted by sums over events.
 *
 * <p>The occurrences of one value, in the order of time, form runs: for a window w, a run goes on as long as the next occurrence
 * comes less than w after the last. The value is in (b − w, b] exactly while one of its runs has begun, at its first
 * occurrence, and has not ended, w after its last:
 *
 * <pre>
 * distinct(b − w, b] = runs begun by b − runs ended by b
 *                    = events up to b that are fresh − events up to b − w that are last
 * fresh: no occurrence of the value less than w before it;  last: none less than w after it
 * </pre>
 *
 * <p>What is fresh for a window is fresh for every shorter one, so that one small number, of how many windows, says it for all.
 * An event that is added changes at most the marks of its value's occurrences next to it, wherever in time it is added.
 */
final class Gaps {

  /** There is no occurrence on this side. */
  static final long NONE = Long.MAX_VALUE;

  private final long[] windows;

  /** Of windows in microseconds, the shortest first. */
  Gaps(long[] windows) {
    this.windows = windows.clone();
  }

  /** Of how many windows, the shortest first, an event with such a gap beside it is fresh or last. */
  int mark(long gap) {
    int mark = 0;
    while (mark < windows.length && windows[mark] <= gap) {
      mark++;
    }
    return mark;
  }

  /** The gap from which on nothing is told apart. */
  long longest() {
    return windows[windows.length - 1];
  }

  /** A gap below it leaves no mark. */
  long shortest() {
    return windows[0];
  }
}
