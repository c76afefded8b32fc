package io.dialgate.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;

import io.dialgate.topology.RiskObserver;

/** Counts what the risk topology reports. */
final class RiskMetrics implements RiskObserver {

  /** Categories of all models that were in force in this process, and reasons: a site has a handful. */
  private static final int MAX_WORDS = 50;

  private final MeterProvider<Counter> assessments;
  private final MeterProvider<Counter> unscored;
  private final MeterProvider<Counter> rekeyed;
  private final MeterProvider<Counter> rejected;
  private final Counter repeated;
  private final MeterProvider<Counter> opinions;
  private final Counter tooLate;
  private final BoundedTag categories = new BoundedTag(MAX_WORDS);
  private final BoundedTag words = new BoundedTag(MAX_WORDS);

  RiskMetrics(MeterRegistry registry) {
    assessments = Counter.builder(MetricNames.ASSESSMENTS).description("Transactions scored").withRegistry(registry);
    unscored = Counter.builder(MetricNames.UNSCORED).description("Transactions too late or from the future")
        .withRegistry(registry);
    rekeyed = Counter.builder(MetricNames.RISK_REKEYED)
        .description("Records of customers that came with a wrong key or on a wrong partition").withRegistry(registry);
    rejected = Counter.builder(MetricNames.RISK_REJECTED).description("Records of customers rejected")
        .withRegistry(registry);
    repeated = Counter.builder(MetricNames.REPEATED_TRANSACTIONS)
        .description("Transactions whose id had been answered before").register(registry);
    opinions = Counter.builder(MetricNames.OPINIONS)
        .description("Transactions that the external scorer was to be asked about").withRegistry(registry);
    tooLate = Counter.builder(MetricNames.OPINIONS_TOO_LATE)
        .description("Answers of the external scorer that nobody waited for any more").register(registry);
  }

  @Override
  public void assessed(String flag, String category) {
    assessments.withTags(MetricNames.FLAG, flag, MetricNames.CATEGORY, categories.of(category)).increment();
  }

  @Override
  public void unscored(String why) {
    unscored.withTag(MetricNames.CODE, words.of(why)).increment();
  }

  @Override
  public void rekeyed(String source) {
    rekeyed.withTag(MetricNames.SOURCE, words.of(source)).increment();
  }

  @Override
  public void rejected(String code) {
    rejected.withTag(MetricNames.CODE, words.of(code)).increment();
  }

  @Override
  public void opinion(String answered) {
    opinions.withTag(MetricNames.CODE, answered).increment();
  }

  @Override
  public void opinionTooLate() {
    tooLate.increment();
  }

  @Override
  public void repeatedTransaction() {
    repeated.increment();
  }
}
