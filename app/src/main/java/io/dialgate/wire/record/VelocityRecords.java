package io.dialgate.wire.record;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.velocity.Tally;
import io.dialgate.domain.risk.velocity.Velocities;
import io.dialgate.domain.risk.velocity.WindowTallies;
import io.dialgate.schemas.Velocity;

/** Velocities, to records and back: each tally a record, so that a reader needs to know no model. */
final class VelocityRecords {

  private static final String COUNT = "count";
  private static final String SUM = "sum:";
  private static final String DISTINCT = "distinct:";
  private static final String SINCE_LAST = "since-last";
  private static final int MICROS = 6;

  private VelocityRecords() {}

  static List<Velocity> toRecords(Velocities velocities) {
    var records = new ArrayList<Velocity>();
    for (WindowTallies window : velocities.windows()) {
      long seconds = window.window().toSeconds();
      records.add(record(COUNT, seconds, window.count()));
      window.sums().forEach((currency, sum) -> records.add(record(SUM + currency, seconds, sum)));
      window.distincts().forEach((attribute, distinct) -> records.add(record(DISTINCT + attribute, seconds, distinct)));
    }
    Duration since = velocities.sinceLast();
    if (since != null) {
      records.add(new Velocity(SINCE_LAST, 0L,
          Velocities.plain(BigDecimal.valueOf(since.toNanos() / 1_000, MICROS)), false));
    }
    return records;
  }

  static Velocities velocities(List<Velocity> records) {
    var windows = new TreeMap<Long, Window>();
    Duration since = null;
    for (Velocity record : records) {
      if (record.getMeasure().equals(SINCE_LAST)) {
        since = Duration.ofNanos(
            new BigDecimal(record.getValue()).movePointRight(MICROS).longValueExact() * 1_000);
      } else {
        windows.computeIfAbsent(record.getWindowSeconds(), _ -> new Window()).take(record);
      }
    }
    return new Velocities(windows.entrySet().stream().map(one -> one.getValue().tallies(one.getKey())).toList(), since);
  }

  private static Velocity record(String measure, long seconds, Tally tally) {
    return new Velocity(measure, seconds, Velocities.plain(tally.value()), tally.atLeast());
  }

  /** What is known of one window so far. */
  private static final class Window {

    private @Nullable Tally count;
    private final SortedMap<String, Tally> sums = new TreeMap<>();
    private final SortedMap<String, Tally> distincts = new TreeMap<>();

    void take(Velocity record) {
      var tally = new Tally(new BigDecimal(record.getValue()), record.getAtLeast());
      String measure = record.getMeasure();
      if (measure.equals(COUNT)) {
        count = tally;
      } else if (!put(measure, SUM, sums, tally)) {
        put(measure, DISTINCT, distincts, tally);
      }
    }

    private static boolean put(String measure, String kind, Map<String, Tally> tallies, Tally tally) {
      boolean is = measure.startsWith(kind);
      if (is) {
        tallies.put(measure.substring(kind.length()), tally);
      }
      return is;
    }

    WindowTallies tallies(long seconds) {
      Tally counted = count;
      if (counted == null) {
        throw new IllegalArgumentException(
            "expected a count of the window of %d s, but the record has none; it is not one of ours"
                .formatted(seconds));
      }
      return new WindowTallies(Duration.ofSeconds(seconds), counted, sums, distincts);
    }
  }
}
