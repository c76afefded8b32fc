package io.dialgate.runtime.metrics;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import io.dialgate.lists.file.OutputFile;
import io.dialgate.lists.filter.FilterFile;

/**
 * The figures of a filter that was exported, as a file in Prometheus' text format. An export ends before anybody could ask it;
 * what collects such files (node_exporter's textfile collector) tells them on.
 */
public final class FilterMetrics {

  private FilterMetrics() {}

  /**
   * Writes them.
   *
   * @throws io.dialgate.lists.RefusedList if nothing can be written there
   */
  public static void write(Path file, FilterFile content) {
    try (var out = new OutputFile(file)) {
      out.write(text(content).getBytes(StandardCharsets.UTF_8));
      out.finish();
    }
  }

  private static String text(FilterFile content) {
    FilterFile.Facts facts = content.facts();
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    try {
      gauge(registry, MetricNames.FILTER_FALSE_POSITIVES, "", "numbers on no list that it claims, measured",
          facts.measured());
      gauge(registry, MetricNames.FILTER_TARGET, "", "numbers on no list that it was made to claim", facts.target());
      gauge(registry, MetricNames.FILTER_NUMBERS, "", "numbers that it holds", (double) facts.numbers());
      gauge(registry, MetricNames.FILTER_SIZE, "bytes", "its bits", content.filter().bits() / (double) Byte.SIZE);
      gauge(registry, MetricNames.FILTER_CREATED, "seconds", "when the table was read",
          (double) facts.createdAt().getEpochSecond());
      return registry.scrape();
    } finally {
      registry.close();
    }
  }

  private static void gauge(PrometheusMeterRegistry registry, String name, String unit, String meaning, double value) {
    Gauge.builder(name, () -> value).description(meaning).baseUnit(unit.isEmpty() ? null : unit).register(registry);
  }
}
