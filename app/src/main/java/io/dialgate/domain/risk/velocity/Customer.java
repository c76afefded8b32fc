package io.dialgate.domain.risk.velocity;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.Amounts;
import io.dialgate.domain.risk.RiskEvent;
import io.dialgate.domain.risk.velocity.TimeTree.Side;

/** One customer, while one of its events is counted. */
final class Customer {

  /** Leaves that are dropped with one event: after a long pause the rest go with the events that follow. */
  private static final int MAX_DROPS = 8;

  private final VelocityPlan plan;
  private final VelocityLimits limits;
  private final Layout layout;
  private final Head head;
  private final TreePages treePages;
  private final TimeTree tree;
  private final ValueTable values;
  private final Gaps gaps;

  Customer(VelocityPlan plan, VelocityLimits limits, Layout layout, Head head, VelocityPages pages, PageKeys keys) {
    this.plan = plan;
    this.limits = limits;
    this.layout = layout;
    this.head = head;
    this.treePages = new TreePages(pages, keys);
    this.tree = new TimeTree(layout, head, treePages);
    this.values = new ValueTable(head, pages, keys);
    this.gaps = new Gaps(plan.windowMicros());
  }

  /** Counts an event that is not too late, and tells the velocities at its time. */
  Velocities place(RiskEvent event, ValueHash hash) {
    long time = event.micros();
    Long before = head.height < 0 ? null : tree.latestUpTo(time);
    head.latest = Math.max(head.latest, time);
    var moment = new Moment(time, head.nextNumber++);
    var row = new LeafRow(moment, currency(event.currency()), Amounts.scaled(event.amount()), layout);
    ValueTable.Plan times = times();
    for (int attribute = 0; attribute < layout.attributes(); attribute++) {
      String value = event.attributes().get(plan.attributes().get(attribute));
      if (value != null) {
        mark(attribute, values.add(attribute, hash.of(value), moment, times, limits.values()), row);
      }
    }
    tree.insert(row);
    values.keep(times);
    Velocities velocities = new Answer(plan, layout, head, tree).at(time, before, event);
    forget(times.expired());
    return velocities;
  }

  void write() {
    treePages.write();
    values.write();
  }

  void clear() {
    tree.clear();
    values.clear();
  }

  private ValueTable.Plan times() {
    long earliest = head.latest - plan.graceMicros();
    return new ValueTable.Plan(earliest - gaps.longest(), earliest, gaps.shortest());
  }

  /** Marks an occurrence that is being added, and those beside it anew. */
  private void mark(int attribute, Runs.@Nullable Beside beside, LeafRow row) {
    if (beside == null) {
      head.unremembered[attribute] = Math.max(head.unremembered[attribute], row.moment.time());
      return;
    }
    if (beside.inside()) {
      return;
    }
    Moment before = beside.before();
    Moment after = beside.after();
    row.fresh[attribute] = gaps.mark(gap(before, row.moment));
    row.last[attribute] = gaps.mark(gap(row.moment, after));
    int old = gaps.mark(gap(before, after));
    if (before != null && old != row.fresh[attribute]) {
      int had = tree.mark(before, attribute, Side.LAST, row.fresh[attribute]).orElse(-1);
      if (had < 0) {
        reopen(attribute, row.fresh[attribute], old);
      }
    }
    if (after != null && old != row.last[attribute]) {
      tree.mark(after, attribute, Side.FRESH, row.last[attribute]);
    }
  }

  /** The occurrence before was dropped as the last of its run for some windows, and is it no more. */
  private void reopen(int attribute, int mark, int had) {
    for (int window = mark; window < had; window++) {
      head.open[attribute * layout.windows() + window]++;
    }
  }

  private static long gap(@Nullable Moment before, @Nullable Moment after) {
    return before == null || after == null ? Gaps.NONE : after.time() - before.time();
  }

  private int currency(String code) {
    int known = head.currencies.indexOf(code);
    if (known >= 0) {
      return known + 1;
    }
    if (head.currencies.size() >= limits.currencies()) {
      return Layout.UNSUMMED;
    }
    head.currencies.add(code);
    return head.currencies.size();
  }

  private void forget(long expired) {
    for (int drops = 0; drops < MAX_DROPS && head.height > 0; drops++) {
      boolean full = head.events > limits.events();
      if (!full && head.firstLeafEnds > expired) {
        return;
      }
      long end = tree.endOfFirstLeaf().time();
      if (!full && end > expired) {
        head.firstLeafEnds = end;
        return;
      }
      if (end > expired) {
        head.forgotten = Math.max(head.forgotten, end);
      }
      head.firstLeafEnds = 0;
      drop(tree.dropFirstLeaf());
    }
  }

  private void drop(Totals dropped) {
    for (int i = 0; i < head.open.length; i++) {
      head.open[i] += dropped.fresh[i] - dropped.last[i];
    }
  }
}
