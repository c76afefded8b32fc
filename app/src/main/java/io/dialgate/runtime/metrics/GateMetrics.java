package io.dialgate.runtime.metrics;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;

import io.dialgate.topology.GateObserver;

/** Counts what the gate reports. */
final class GateMetrics implements GateObserver {

  /** More verdicts and codes than any version of Dialgate has. */
  private static final int MAX_CODES = 64;

  /** Sources and platforms kept apart: a site has a handful. */
  private static final int MAX_SOURCES = 50;

  private final MeterProvider<Counter> decisions;
  private final MeterProvider<Counter> findings;
  private final Map<String, Counter> byVerdict = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Counter>> byCode = new ConcurrentHashMap<>();
  private final MeterProvider<Counter> rekeyed;
  private final MeterProvider<Counter> rejected;
  private final Counter recalls;
  private final Counter repeated;
  private final OldestAllowance oldest;
  private final BoundedTag verdicts = new BoundedTag(MAX_CODES);
  private final BoundedTag codes = new BoundedTag(MAX_CODES);
  private final BoundedTag errors = new BoundedTag(MAX_CODES);
  private final BoundedTag sources = new BoundedTag(MAX_SOURCES);

  GateMetrics(MeterRegistry registry, InstantSource clock) {
    decisions = Counter.builder(MetricNames.DECISIONS).description("Dial requests decided").withRegistry(registry);
    findings = Counter.builder(MetricNames.FINDINGS).description("Findings of decisions").withRegistry(registry);
    rekeyed = Counter.builder(MetricNames.REKEYED)
        .description("Records that came with a wrong key or on a wrong partition")
        .withRegistry(registry);
    rejected = Counter.builder(MetricNames.REJECTED).description("Records rejected").withRegistry(registry);
    recalls = Counter.builder(MetricNames.RECALLS).description("Allowances recalled").register(registry);
    repeated = Counter.builder(MetricNames.REPEATED).description("Requests whose id had been answered before")
        .register(registry);
    oldest = new OldestAllowance(clock);
    Gauge.builder(MetricNames.OLDEST_ALLOWANCE, oldest, OldestAllowance::ageInSeconds).baseUnit("seconds")
        .description("Age of the oldest open allowance").strongReference(true).register(registry);
  }

  /** On the way of every request: a counter is looked up in the registry once, and then kept. */
  @Override
  public void decided(String verdict, Collection<String> found) {
    byVerdict.computeIfAbsent(verdict, one -> decisions.withTag(MetricNames.VERDICT, verdicts.of(one))).increment();
    if (!found.isEmpty()) {
      Map<String, Counter> ofVerdict = byCode.computeIfAbsent(verdict, _ -> new ConcurrentHashMap<>());
      for (String code : found) {
        ofVerdict.computeIfAbsent(code, one -> findings.withTags(MetricNames.VERDICT, verdicts.of(verdict),
            MetricNames.CODE, codes.of(one))).increment();
      }
    }
  }

  @Override
  public void recalled(int allowances) {
    recalls.increment(allowances);
  }

  @Override
  public void rekeyed(String source) {
    rekeyed.withTag(MetricNames.SOURCE, sources.of(source)).increment();
  }

  @Override
  public void rejected(String code) {
    rejected.withTag(MetricNames.CODE, errors.of(code)).increment();
  }

  @Override
  public void repeated() {
    repeated.increment();
  }

  @Override
  public void oldestOpenAllowance(int partition, Optional<Instant> givenAt) {
    oldest.report(partition, givenAt);
  }
}
