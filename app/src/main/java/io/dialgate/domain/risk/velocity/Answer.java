package io.dialgate.domain.risk.velocity;

import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.Amounts;
import io.dialgate.domain.risk.RiskEvent;
import io.dialgate.domain.risk.velocity.Totals.Marks;

/** Makes velocities of a customer's tree: what lies up to the event's time, less what lies up to where each window begins. */
record Answer(VelocityPlan plan, Layout layout, Head head, TimeTree tree) {

  /**
   * The velocities at a time.
   *
   * @param before the time of the event before, of whatever age; null if there was none
   */
  Velocities at(long time, @Nullable Long before, RiskEvent event) {
    long[] widths = plan.windowMicros();
    Totals end = tree.upTo(time, new Marks.Fresh());
    var windows = new ArrayList<WindowTallies>(widths.length);
    for (int window = 0; window < widths.length; window++) {
      long from = time - widths[window];
      Totals start = tree.upTo(from, new Marks.Last(window));
      boolean forgotten = head.forgotten > from;
      windows.add(new WindowTallies(plan.windows().get(window), Tally.of(end.events - start.events, forgotten),
          sums(start, end, event, forgotten), distincts(start, end, window, from)));
    }
    long gap = before == null ? Gaps.NONE : time - before;
    return new Velocities(windows, gap < widths[widths.length - 1] ? Duration.of(gap, ChronoUnit.MICROS) : null);
  }

  private SortedMap<String, Tally> sums(Totals start, Totals end, RiskEvent event, boolean forgotten) {
    var sums = new TreeMap<String, Tally>();
    sums.put(event.currency(), new Tally(event.amount(), true));
    for (int i = 0; i < head.currencies.size(); i++) {
      BigInteger sum = end.sumSince(start, i + 1);
      String currency = head.currencies.get(i);
      if (sum.signum() != 0 || currency.equals(event.currency())) {
        sums.put(currency, new Tally(Amounts.of(sum), forgotten));
      }
    }
    return sums;
  }

  private SortedMap<String, Tally> distincts(Totals start, Totals end, int window, long from) {
    var distincts = new TreeMap<String, Tally>();
    for (int attribute = 0; attribute < layout.attributes(); attribute++) {
      int mark = end.mark(attribute, window);
      long count = head.open[mark] + end.fresh[mark] - start.last[mark];
      distincts.put(plan.attributes().get(attribute),
          Tally.of(count, head.forgotten > from || head.unremembered[attribute] > from));
    }
    return distincts;
  }
}
