package io.dialgate.runtime.api;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/** How many records of a partition wait for the gate, as its consumers know it; looked at once a second at most. */
final class GateLag {

  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private final KafkaStreams streams;
  private volatile Seen seen = new Seen(Map.of(), Long.MIN_VALUE);

  private record Seen(Map<Integer, Long> lags, long at) {}

  GateLag(KafkaStreams streams) {
    this.streams = streams;
  }

  /** Of all inputs together; null: nobody knows yet. */
  @Nullable
  Long of(int partition) {
    long now = System.nanoTime();
    Seen before = seen;
    if (before.at == Long.MIN_VALUE || now - before.at > FRESH_NANOS) {
      // Two threads may look at once: both see the same.
      seen = new Seen(look(), now);
    }
    return seen.lags.get(partition);
  }

  private Map<Integer, Long> look() {
    Map<Integer, Long> lags = new HashMap<>();
    for (Metric metric : streams.metrics().values()) {
      String partition = metric.metricName().tags().get("partition");
      if (metric.metricName().name().equals("records-lag") && partition != null
          && metric.metricValue() instanceof Double lag && !lag.isNaN()) {
        lags.merge(Integer.valueOf(partition), lag.longValue(), Long::sum);
      }
    }
    return lags;
  }
}
