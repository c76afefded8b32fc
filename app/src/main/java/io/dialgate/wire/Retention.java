package io.dialgate.wire;

import java.time.Duration;
import java.util.Map;

/** How long Kafka keeps a topic's records. */
public sealed interface Retention {

  /** Records are deleted when they are older than this. */
  record For(Duration age) implements Retention {}

  /** The last record of a key is kept; older ones, and tombstones, for at least {@code lag}. */
  record Compacted(Duration lag) implements Retention {}

  /** Every record, for ever. */
  record ForEver() implements Retention {}

  /** Records are deleted when they are older than this many days. */
  static Retention days(int days) {
    return new For(Duration.ofDays(days));
  }

  /** Records are deleted when they are older than this many years of 366 days: never too early. */
  static Retention years(int years) {
    return new For(Duration.ofDays(366L * years));
  }

  /** The topic settings that say so. */
  default Map<String, String> settings() {
    return switch (this) {
      case For(Duration age) ->
        Map.of("cleanup.policy", "delete", "retention.ms", millis(age), "retention.bytes", "-1");
      case Compacted(Duration lag) -> Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", millis(lag),
          "delete.retention.ms", millis(lag));
      case ForEver() -> Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
    };
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
