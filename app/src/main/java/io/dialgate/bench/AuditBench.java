package io.dialgate.bench;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.HdrHistogram.Histogram;

import io.dialgate.runtime.Closing;
import io.dialgate.wire.Topics;

/**
 * What the audit costs and gives: decisions per second without and with it, beside the naive join, in turns; and, at a steady
 * rate, the time from a decision's being committed to a signed head that covers its entry.
 *
 * @param entries how many numbers are listed
 * @param requests how many are asked about in a round of decisions per second
 * @param rounds how often, in turns
 * @param rate requests a second of the steady part
 * @param length of a round of it
 */
public record AuditBench(int entries, int requests, int rounds, int rate, Duration length) {

  private static final String NAME = "dialgate signed";
  private static final long NANOS = 1_000_000_000L;
  private static final double NANOS_A_MILLI = 1e6;
  private static final Duration LAST_WITHIN = Duration.ofSeconds(30);

  /** Runs it. */
  public Report run(Bench bench) {
    Report decided = new DecideBench(entries, requests, rounds, true, false, false).run(bench);
    var memory = decided.memory();
    try (var closing = new Closing(); var sender = Sender.bulk(bench); var progress = new Progress(bench)) {
      Contestant signed = closing.add(Contestant.dialgate(bench, NAME, "gate,audit"));
      var workload = new Workload(entries);
      String deltas = Topics.REGISTRY_DELTAS.name(signed.prefix());
      sender.sendAll(deltas, IntStream.range(0, entries).mapToObj(workload::delta), delta -> delta.getPhone());
      progress.awaitConsumed(signed, deltas);
      for (int round = 0; round <= rounds; round++) {
        bench.say(round == 0 ? "warming up the signer" : "signed, round %d of %d".formatted(round, rounds));
        Histogram times = measure(bench, signed, workload, round);
        if (round > 0) {
          decided.figures().add("p50 ms, decision to signed head", NAME,
              times.getValueAtPercentile(50) / NANOS_A_MILLI);
          decided.figures().add("p99 ms, decision to signed head", NAME,
              times.getValueAtPercentile(99) / NANOS_A_MILLI);
        }
      }
      memory.put(signed.name(), signed.memory());
    }
    return new Report("audit", toString(), decided.figures(), memory);
  }

  private Histogram measure(Bench bench, Contestant contestant, Workload workload, int round) {
    var random = new SplittableRandom(round);
    int sent = (int) (rate * length.toSeconds());
    try (var watch = new SignedWatch(bench, contestant.prefix(), "audit-%d-".formatted(round));
        var sender = Sender.prompt(bench)) {
      long start = System.nanoTime();
      for (int i = 0; i < sent; i++) {
        await(start + i * NANOS / rate);
        String number = workload.asked(random);
        sender.send(Topics.DIAL_REQUESTS.name(contestant.prefix()), number,
            Workload.request("audit-%d-%d".formatted(round, i), number), (_, _) -> {});
      }
      sender.flush();
      return watch.await(sent, LAST_WITHIN);
    }
  }

  private static void await(long at) {
    for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
