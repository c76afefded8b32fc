package io.dialgate.domain.risk.velocity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.dialgate.domain.risk.RiskEvent;

/** Counts on pages: places an event, tells the velocities, and forgets what no window can hold any more. */
final class PagedVelocities implements CustomerVelocities {

  private final VelocityPlan plan;
  private final VelocityLimits limits;
  private final VelocityPages pages;
  private final Layout layout;
  private final long mark;
  private final ValueHash hash = new ValueHash();

  PagedVelocities(VelocityPlan plan, VelocityLimits limits, VelocityPages pages) {
    this.plan = plan;
    this.limits = limits;
    this.pages = pages;
    this.layout = new Layout(plan.attributes().size(), plan.windows().size());
    this.mark = plan.mark();
  }

  @Override
  public Placed place(RiskEvent event, Instant arrivedAt) {
    Instant bound = arrivedAt.plus(plan.skew()).truncatedTo(ChronoUnit.MICROS);
    if (event.micros() > micros(bound)) {
      return new Placed.FromTheFuture(bound);
    }
    var keys = new PageKeys(event.customerId(), mark);
    Head head = head(keys);
    long earliest = Math.max(head.latest - plan.graceMicros(), head.forgotten == 0 ? 0 : head.forgotten + 1);
    if (event.micros() < earliest) {
      return new Placed.TooLate(Instant.EPOCH.plus(earliest, ChronoUnit.MICROS));
    }
    var customer = new Customer(plan, limits, layout, head, pages, keys);
    Velocities velocities = customer.place(event, hash);
    customer.write();
    pages.put(keys.head(), head.toBytes());
    return new Placed.Counted(velocities);
  }

  @Override
  public boolean forgetIfIdle(String customerId, Instant now) {
    var keys = new PageKeys(customerId, mark);
    byte[] bytes = pages.get(keys.head());
    if (bytes == null) {
      return true;
    }
    Head head = Head.read(bytes, layout);
    if (micros(now) < head.latest + plan.graceMicros() + plan.longestMicros()) {
      return false;
    }
    new Customer(plan, limits, layout, head, pages, keys).clear();
    pages.delete(keys.head());
    return true;
  }

  private Head head(PageKeys keys) {
    byte[] bytes = pages.get(keys.head());
    return bytes == null ? new Head(layout) : Head.read(bytes, layout);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
