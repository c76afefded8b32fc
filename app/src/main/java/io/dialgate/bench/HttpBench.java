package io.dialgate.bench;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

import io.dialgate.domain.access.ApiKey;
import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.KeyToken;
import io.dialgate.domain.access.Right;
import io.dialgate.runtime.client.GateWriter;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.ApiKeys;

/**
 * Dial checks over HTTP beside the same requests over Kafka, at the same gate, in turns; how many a second it comes to; and
 * look-ups beside a route that only answers.
 *
 * @param entries how many numbers are listed
 * @param rate requests a second
 * @param length of a round
 * @param rounds how often, in turns
 */
public record HttpBench(int entries, int rate, Duration length, int rounds) {

  /** Connections, each of which has one request under way at most. */
  private static final int CONNECTIONS = 64;

  private static final String KAFKA = "kafka";
  private static final String NOTHING = "only 200";
  private static final long NANOS = 1_000_000_000L;
  private static final double NANOS_A_MILLI = 1e6;
  private static final long HIGHEST_NANOS = Duration.ofMinutes(1).toNanos();
  private static final Duration KEY_KNOWN_AFTER = Duration.ofSeconds(2);
  private static final KeyToken KEY = KeyToken.of(new byte[KeyToken.ID_BYTES], new byte[KeyToken.SECRET_BYTES]);

  /** What one connection does again and again. */
  @FunctionalInterface
  private interface Deed {
    void run(Wire wire, int index);
  }

  /** Runs it. */
  public List<Report> run(Bench bench) throws InterruptedException, ExecutionException {
    var checks = new Figures();
    var lookups = new Figures();
    try (var gate = Contestant.withDoor(bench, "dialgate", false);
        var audited = Contestant.withDoor(bench, "audited", true)) {
      load(bench, gate);
      for (Contestant each : List.of(gate, audited)) {
        writeKey(bench, each);
      }
      LockSupport.parkNanos(KEY_KNOWN_AFTER.toNanos());
      for (int round = 0; round <= rounds; round++) {
        bench.say(round == 0 ? "warming up" : "round %d of %d".formatted(round, rounds));
        compareChecks(bench, gate, round, round == 0 ? new Figures() : checks);
        compareLookups(bench, gate, audited, round == 0 ? new Figures() : lookups);
      }
      var memory = bench.memory();
      memory.put("dialgate", gate.memory());
      return List.of(new Report("http checks", toString(), KAFKA, checks, memory),
          new Report("http lookups", toString(), NOTHING, lookups, new HashMap<>(memory)));
    }
  }

  private void load(Bench bench, Contestant gate) {
    bench.say("loading %,d entries".formatted(entries));
    var workload = new Workload(entries);
    try (var sender = Sender.bulk(bench); var progress = new Progress(bench)) {
      String deltas = Topics.REGISTRY_DELTAS.name(gate.prefix());
      sender.sendAll(deltas, IntStream.range(0, entries).mapToObj(workload::delta), RegistryDelta::getPhone);
      progress.awaitConsumed(gate, deltas);
    }
  }

  private static void writeKey(Bench bench, Contestant gate) throws InterruptedException, ExecutionException {
    var key = new ApiKey(KEY.id(), KEY.hash(), new Caller("bench", Right.all()), null, false);
    try (var writer = new GateWriter(Map.of("bootstrap.servers", bench.bootstrapServers()), gate.prefix(),
        bench.registry())) {
      writer.send(Topics.API_KEYS, key.id(),
          ApiKeys.toRecord(key, "bench", "bench", Instant.now().truncatedTo(ChronoUnit.MICROS), null)).get();
    }
  }

  private void compareChecks(Bench bench, Contestant gate, int round, Figures figures)
      throws InterruptedException, ExecutionException {
    URI api = gate.http(bench);
    note(figures, KAFKA, new LatencyBench(entries, rate, length, rounds).measure(bench, gate, round));
    List<String> bodies = bodies((int) (rate * length.toSeconds()), round);
    var steady = new ConcurrentHistogram(HIGHEST_NANOS, 3);
    long start = System.nanoTime();
    // Times run from when a request was due: a connection that is held up must not hide it.
    onEach(api, (wire, connection) -> {
      for (int i = connection; i < bodies.size(); i += CONNECTIONS) {
        long due = start + i * NANOS / rate;
        await(due);
        wire.post("/v1/dial-checks", bodies.get(i));
        steady.recordValue(System.nanoTime() - due);
      }
    });
    note(figures, "http", steady);
    saturateKafka(bench, gate, round, figures);
    var full = new ConcurrentHistogram(HIGHEST_NANOS, 3);
    double aSecond = saturate(api, (wire, i) -> {
      long begin = System.nanoTime();
      wire.post("/v1/dial-checks", bodies.get(i % bodies.size()));
      full.recordValue(System.nanoTime() - begin);
    });
    noteSaturated(figures, "http", aSecond, full);
  }

  /** The same over Kafka: as many under way at once, each asked when the one before it was answered. */
  private void saturateKafka(Bench bench, Contestant gate, int round, Figures figures)
      throws InterruptedException, ExecutionException {
    var workload = new Workload(entries);
    var random = new SplittableRandom(round);
    List<String> numbers = IntStream.range(0, (int) (rate * length.toSeconds()))
        .mapToObj(_ -> workload.asked(random)).toList();
    var full = new ConcurrentHistogram(HIGHEST_NANOS, 3);
    try (var kafka = new KafkaChecks(bench, gate)) {
      double aSecond = saturate(i -> {
        long begin = System.nanoTime();
        full.recordValue(
            kafka.ask("full-%d-%d".formatted(round, i), numbers.get(i % numbers.size())) - begin);
      });
      noteSaturated(figures, KAFKA, aSecond, full);
    }
  }

  private void compareLookups(Bench bench, Contestant gate, Contestant audited, Figures figures)
      throws InterruptedException, ExecutionException {
    var workload = new Workload(entries);
    List<String> paths = new ArrayList<>();
    var random = new SplittableRandom(7);
    for (int i = 0; i < 10_000; i++) {
      paths.add("/v1/dnc/" + workload.asked(random));
    }
    String figure = "answers a second";
    figures.add(figure, NOTHING, saturate(gate.http(bench), (wire, _) -> wire.get("/health/live")));
    figures.add(figure, "lookup", saturate(gate.http(bench), (wire, i) -> wire.get(paths.get(i % paths.size()))));
    figures.add(figure, "audited lookup",
        saturate(audited.http(bench), (wire, i) -> wire.get(paths.get(i % paths.size()))));
  }

  /** How many a second all connections come to together, each sending as soon as it was answered. */
  private double saturate(URI api, Deed deed) throws InterruptedException, ExecutionException {
    var done = new LongAdder();
    long end = System.nanoTime() + length.toNanos();
    onEach(api, (wire, connection) -> untilThen(end, connection, done, i -> deed.run(wire, i)));
    return done.sum() / (double) length.toSeconds();
  }

  private double saturate(IntConsumer deed) throws InterruptedException, ExecutionException {
    var done = new LongAdder();
    long end = System.nanoTime() + length.toNanos();
    atOnce(connection -> untilThen(end, connection, done, deed));
    return done.sum() / (double) length.toSeconds();
  }

  private static void untilThen(long end, int connection, LongAdder done, IntConsumer deed) {
    for (int i = connection; System.nanoTime() < end; i += CONNECTIONS) {
      deed.accept(i);
      done.increment();
    }
  }

  private static void onEach(URI api, Deed deed) throws InterruptedException, ExecutionException {
    atOnce(connection -> {
      try (var wire = new Wire(api, KEY.text())) {
        deed.run(wire, connection);
      }
    });
  }

  private static void atOnce(IntConsumer deed) throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int connection = i;
        running.add(threads.submit(() -> deed.accept(connection)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  private List<String> bodies(int count, int round) {
    var workload = new Workload(entries);
    var random = new SplittableRandom(round);
    return IntStream.range(0, count)
        .mapToObj(_ -> "{\"phone\":\"%s\",\"campaignId\":\"bench\"}".formatted(workload.asked(random))).toList();
  }

  private static void await(long at) {
    for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void noteSaturated(Figures figures, String contestant, double aSecond, Histogram histogram) {
    figures.add("checks a second, saturated", contestant, aSecond);
    figures.add("p99 milliseconds, saturated", contestant, histogram.getValueAtPercentile(99) / NANOS_A_MILLI);
  }

  private static void note(Figures figures, String contestant, Histogram histogram) {
    figures.add("p50 milliseconds", contestant, histogram.getValueAtPercentile(50) / NANOS_A_MILLI);
    figures.add("p99 milliseconds", contestant, histogram.getValueAtPercentile(99) / NANOS_A_MILLI);
  }
}
