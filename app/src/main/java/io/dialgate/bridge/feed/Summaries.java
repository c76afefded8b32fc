package io.dialgate.bridge.feed;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.dialgate.bridge.delivery.Item;
import io.dialgate.bridge.platform.Kind;
import io.dialgate.schemas.RunSummary;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;

/**
 * What was decided in each interval.
 *
 * <p>The false-positive rate, of suppressed requests the share that was suppressed wrongly, is always null: nobody ever tells
 * Dialgate which those were. An opt-in or a lifted hold changes what holds from then on, and does not say that the answer before
 * it was wrong.
 */
public final class Summaries implements Feed<RunSummary> {

  private static final double NANOS = 1e9;

  @Override
  public Topic<RunSummary> topic() {
    return Topics.RUN_SUMMARIES;
  }

  @Override
  public Optional<Item> item(Mail<RunSummary> mail) {
    RunSummary summary = mail.value();
    if (summary == null) {
      return Optional.empty();
    }
    var values = new Values().text("summaryId", summary.getSummaryId())
        .instant("from", Optional.of(summary.getIntervalStart()))
        .instant("until", Optional.of(summary.getIntervalEnd())).number("total", summary.getDecisions())
        .number("allowed", summary.getAllowed()).number("suppressed", summary.getSuppressed())
        .number("recalled", summary.getRecalled()).number("unreadable", summary.getUnreadable())
        .rate("suppressionRate", rate(summary.getSuppressed(), (double) summary.getDecisions()))
        .rate("falsePositiveRate", null).rate("throughput", rate(summary.getDecisions(), seconds(summary)));
    return Optional.of(new Item(Kind.RUN_SUMMARY, "summary-" + summary.getSummaryId(), summary.getSummaryId(),
        values.all()));
  }

  /** Suppressed / decided, and decided / seconds; null: of nothing there is no rate. */
  private static @Nullable Double rate(long part, double whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  private static double seconds(RunSummary summary) {
    return Duration.between(summary.getIntervalStart(), summary.getIntervalEnd()).toNanos() / NANOS;
  }
}
