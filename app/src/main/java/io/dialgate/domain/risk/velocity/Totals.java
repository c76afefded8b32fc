package io.dialgate.domain.risk.velocity;

import java.math.BigInteger;

/** Sums over the first events of a customer. */
final class Totals {

  private static final int LOW_BITS = 32;
  private static final long LOW_MASK = 0xFFFFFFFFL;

  final Layout layout;
  final long[] low;
  final long[] high;
  final long[] fresh;
  final long[] last;
  long events;

  /**
   * Nothing yet.
   *
   * @param currencies how many are summed
   */
  Totals(Layout layout, int currencies) {
    this.layout = layout;
    this.low = new long[currencies];
    this.high = new long[currencies];
    this.fresh = new long[layout.attributes() * layout.windows()];
    this.last = new long[layout.attributes() * layout.windows()];
  }

  /** Which marks are of interest. */
  sealed interface Marks {

    /** Fresh ones, of all windows. */
    record Fresh() implements Marks {}

    /** Last ones, of one window. */
    record Last(int window) implements Marks {}

    /** All. */
    record All() implements Marks {}
  }

  int mark(int attribute, int window) {
    return attribute * layout.windows() + window;
  }

  void addLeaf(Page leaf, int rows, Marks marks) {
    events += rows;
    for (int row = 0; row < rows; row++) {
      int currency = (int) leaf.get(row, Layout.CURRENCY);
      if (currency != Layout.UNSUMMED) {
        long amount = leaf.get(row, Layout.AMOUNT);
        low[currency - 1] += low(amount);
        high[currency - 1] += high(amount);
      }
    }
    for (int attribute = 0; attribute < layout.attributes(); attribute++) {
      for (int row = 0; row < rows; row++) {
        switch (marks) {
          case Marks.Fresh _ -> upTo(fresh, attribute, leaf.get(row, layout.fresh(attribute)));
          case Marks.Last(int window) ->
            last[mark(attribute, window)] += leaf.get(row, layout.last(attribute)) > window ? 1 : 0;
          case Marks.All _ -> {
            upTo(fresh, attribute, leaf.get(row, layout.fresh(attribute)));
            upTo(last, attribute, leaf.get(row, layout.last(attribute)));
          }
        }
      }
    }
  }

  void addBranch(Page branch, int rows, Marks marks) {
    events += branch.sum(Layout.EVENTS, rows);
    for (int currency = 1; currency <= low.length; currency++) {
      low[currency - 1] += branch.sum(layout.lowBelow(currency), rows);
      high[currency - 1] += branch.sum(layout.lowBelow(currency) + 1, rows);
    }
    for (int attribute = 0; attribute < layout.attributes(); attribute++) {
      for (int window = 0; window < layout.windows(); window++) {
        if (!(marks instanceof Marks.Last)) {
          fresh[mark(attribute, window)] += branch.sum(layout.freshBelow(attribute, window), rows);
        }
        if (marks instanceof Marks.All || (marks instanceof Marks.Last(int one) && one == window)) {
          last[mark(attribute, window)] += branch.sum(layout.lastBelow(attribute, window), rows);
        }
      }
    }
  }

  /** Writes the sums into a branch's row. */
  void into(Page branch, int row) {
    branch.set(row, Layout.EVENTS, events);
    for (int attribute = 0; attribute < layout.attributes(); attribute++) {
      for (int window = 0; window < layout.windows(); window++) {
        branch.set(row, layout.freshBelow(attribute, window), fresh[mark(attribute, window)]);
        branch.set(row, layout.lastBelow(attribute, window), last[mark(attribute, window)]);
      }
    }
    for (int currency = 1; currency <= low.length; currency++) {
      branch.set(row, layout.lowBelow(currency), low[currency - 1]);
      branch.set(row, layout.lowBelow(currency) + 1, high[currency - 1]);
    }
  }

  /** The amounts in a currency beyond those of fewer events, in units of the last digit. */
  BigInteger sumSince(Totals earlier, int currency) {
    long lows = low[currency - 1] - earlier.low[currency - 1];
    long highs = high[currency - 1] - earlier.high[currency - 1];
    return BigInteger.valueOf(highs).shiftLeft(LOW_BITS).add(BigInteger.valueOf(lows));
  }

  static long low(long amount) {
    return amount & LOW_MASK;
  }

  static long high(long amount) {
    return amount >>> LOW_BITS;
  }

  private void upTo(long[] marks, int attribute, long mark) {
    for (int window = 0; window < mark; window++) {
      marks[mark(attribute, window)]++;
    }
  }
}
