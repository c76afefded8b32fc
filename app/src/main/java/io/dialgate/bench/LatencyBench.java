package io.dialgate.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.HdrHistogram.Histogram;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.wire.Topics;

/**
 * From the moment at which a request is due to the moment at which its decision is read, committed, at a steady rate.
 *
 * @param entries how many numbers are listed
 * @param rate requests a second
 * @param length of a round
 * @param rounds how often, in turns
 */
public record LatencyBench(int entries, int rate, Duration length, int rounds) {

  private static final long NANOS = 1_000_000_000L;
  private static final double NANOS_A_MILLI = 1e6;
  private static final Duration LAST_WITHIN = Duration.ofSeconds(30);
  private static final long HIGHEST_NANOS = Duration.ofMinutes(1).toNanos();

  /** Runs it. */
  public Report run(Bench bench) {
    var figures = new Figures();
    bench.createTopics("naive.");
    try (var naive = Contestant.naive(bench); var gate = Contestant.dialgate(bench, "dialgate", "gate,audit")) {
      load(bench, naive, gate);
      for (int round = 0; round <= rounds; round++) {
        bench.say(round == 0 ? "warming up" : "round %d of %d".formatted(round, rounds));
        for (Contestant contestant : List.of(naive, gate)) {
          note(measure(bench, contestant, round), contestant, round == 0 ? new Figures() : figures);
        }
      }
      var memory = bench.memory();
      memory.put("naive", naive.memory());
      memory.put("dialgate", gate.memory());
      return new Report("latency", toString(), figures, memory);
    }
  }

  private void load(Bench bench, Contestant naive, Contestant gate) {
    bench.say("loading %,d entries".formatted(entries));
    var workload = new Workload(entries);
    try (var sender = Sender.bulk(bench); var progress = new Progress(bench)) {
      String records = Topics.DNC_ENTRIES.name(naive.prefix());
      sender.sendAll(records, IntStream.range(0, entries).mapToObj(workload::record), DncRecord::getNumber);
      progress.awaitConsumed(naive, records);
      String deltas = Topics.REGISTRY_DELTAS.name(gate.prefix());
      sender.sendAll(deltas, IntStream.range(0, entries).mapToObj(workload::delta), RegistryDelta::getPhone);
      progress.awaitConsumed(gate, deltas);
    }
  }

  /** Times run from when a request was due, not from when it was sent: a sender that is held up must not hide it. */
  Histogram measure(Bench bench, Contestant contestant, int round) {
    var workload = new Workload(entries);
    var random = new SplittableRandom(round);
    Map<String, Long> due = new ConcurrentHashMap<>();
    var histogram = new Histogram(HIGHEST_NANOS, 3);
    int requests = (int) (rate * length.toSeconds());
    try (var sender = Sender.prompt(bench);
        var reader = new Reader<>(bench, Topics.DIAL_DECISIONS, contestant.prefix(), DialDecision.class,
            (decision, at) -> {
              Long wasDue = due.remove(decision.getRequestId());
              if (wasDue != null) {
                histogram.recordValue(at - wasDue);
              }
            })) {
      long start = System.nanoTime();
      for (int i = 0; i < requests; i++) {
        long at = start + i * NANOS / rate;
        await(at);
        String id = "latency-%d-%d".formatted(round, i);
        due.put(id, at);
        String number = workload.asked(random);
        sender.send(Topics.DIAL_REQUESTS.name(contestant.prefix()), number, Workload.request(id, number), (_, _) -> {});
      }
      sender.flush();
      reader.await(due::isEmpty, LAST_WITHIN);
    }
    return histogram;
  }

  private static void await(long at) {
    for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void note(Histogram histogram, Contestant contestant, Figures figures) {
    figures.add("p50 milliseconds", contestant.name(), histogram.getValueAtPercentile(50) / NANOS_A_MILLI);
    figures.add("p99 milliseconds", contestant.name(), histogram.getValueAtPercentile(99) / NANOS_A_MILLI);
    figures.add("p99.9 milliseconds", contestant.name(), histogram.getValueAtPercentile(99.9) / NANOS_A_MILLI);
  }
}
