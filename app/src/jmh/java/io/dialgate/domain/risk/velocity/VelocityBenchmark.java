package io.dialgate.domain.risk.velocity;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import io.dialgate.domain.risk.RiskEvent;

/** What one event costs with 5 windows and 4 attributes: of 1,000 customers with 4 events a day, or of one with 10,000 an hour. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class VelocityBenchmark {

  private static final VelocityPlan PLAN = new VelocityPlan(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5),
      Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7)), List.of("device", "card", "ip", "mail"),
      Duration.ofMinutes(5), Duration.ofMinutes(5));

  @Param({"quiet", "busy"})
  String customers = "quiet";

  /** How many values an attribute has: few come again soon, many only after thousands of events. */
  @Param({"5", "2000"})
  int values = 5;

  private final SplittableRandom random = new SplittableRandom(5);
  private final TreeMap<byte[], byte[]> kept = new TreeMap<>(Arrays::compareUnsigned);
  private final CustomerVelocities velocities = CustomerVelocities.on(new MapPages(), PLAN, VelocityLimits.DEFAULT);
  private Instant now = Instant.parse("2026-09-01T00:00:00Z");
  private long next;

  private final class MapPages implements VelocityPages {

    @Override
    public byte @Nullable [] get(byte[] key) {
      return kept.get(key);
    }

    @Override
    public void put(byte[] key, byte[] page) {
      kept.put(key, page);
    }

    @Override
    public void delete(byte[] key) {
      kept.remove(key);
    }
  }

  /** A week of the quiet ones, a day of the busy one. */
  @Setup
  public void prepare() {
    int events = customers.equals("quiet") ? 28_000 : 240_000;
    for (int i = 0; i < events; i++) {
      place();
    }
    long bytes = kept.entrySet().stream().mapToLong(it -> it.getKey().length + it.getValue().length).sum();
    System.out.printf("%s, %d values: %,d pages, %,d bytes, %d bytes an event%n", customers, values, kept.size(), bytes,
        bytes / events);
  }

  @Benchmark
  public Placed place() {
    boolean quiet = customers.equals("quiet");
    now = now.plus(quiet ? 21_600_000 : 360_000, ChronoUnit.MICROS);
    var event = new RiskEvent("t", "i", quiet ? "c" + next++ % 1_000 : "c",
        BigDecimal.valueOf(random.nextInt(10_000_000), 2),
        "USD", Map.of("device", value(), "card", value(), "ip", value(), "mail", value()), now);
    return velocities.place(event, now);
  }

  private String value() {
    return "value " + random.nextInt(values);
  }
}
