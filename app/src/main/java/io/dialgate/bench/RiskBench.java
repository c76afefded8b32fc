package io.dialgate.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.HdrHistogram.Histogram;

import io.dialgate.schemas.DataActionTransaction;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.wire.Topics;

/**
 * Transactions per second, from the first that is sent until the last assessment is committed; the time from a transaction to its
 * assessment at a steady rate; and the bytes that are kept of a customer.
 *
 * @param customers how many there are
 * @param transactions how many are sent in a round
 * @param rate transactions a second, for the time that one takes
 * @param length of such a round
 * @param rounds how often, in turns
 */
public record RiskBench(int customers, int transactions, int rate, Duration length, int rounds) {

  private static final double NANOS = 1e9;
  private static final double NANOS_A_MILLI = 1e6;
  private static final Duration LAST_WITHIN = Duration.ofMinutes(5);
  private static final long HIGHEST_NANOS = Duration.ofMinutes(2).toNanos();

  /** Runs it. */
  public Report run(Bench bench) {
    var figures = new Figures();
    bench.createTopics(NaiveRiskMain.PREFIX);
    try (var naive = Contestant.naiveRisk(bench); var risk = Contestant.dialgate(bench, "dialgate", "risk")) {
      ModelInForce.publish(bench, risk, RiskWorkload.model());
      List<Contestant> contestants = List.of(naive, risk);
      for (int round = 0; round <= rounds; round++) {
        bench.say(round == 0 ? "warming up" : "transactions a second, round %d of %d".formatted(round, rounds));
        for (Contestant contestant : contestants) {
          double score = score(bench, contestant, round);
          (round == 0 ? new Figures() : figures).add("transactions per second", contestant.name(), score);
        }
      }
      for (int round = 0; round <= rounds; round++) {
        bench.say(round == 0 ? "warming up" : "time to assessment, round %d of %d".formatted(round, rounds));
        for (Contestant contestant : contestants) {
          note(measure(bench, contestant, round), contestant, round == 0 ? new Figures() : figures);
        }
      }
      contestants.forEach(contestant -> StateBytes.note(bench, contestant, customers, figures));
      var memory = bench.memory();
      contestants.forEach(contestant -> memory.put(contestant.name(), contestant.memory()));
      return new Report("risk", toString(), figures, memory);
    }
  }

  private double score(Bench bench, Contestant contestant, int round) {
    var workload = new RiskWorkload(customers);
    var random = new SplittableRandom(round);
    String topic = Topics.DATA_ACTION_TRANSACTIONS.name(contestant.prefix());
    try (var sender = Sender.bulk(bench); var progress = new Progress(bench)) {
      long start = System.nanoTime();
      sender.sendAll(topic,
          IntStream.range(0, transactions).mapToObj(i -> workload.transaction(round + "-" + i, random, now())),
          DataActionTransaction::getCustomerId);
      progress.awaitConsumed(contestant, topic);
      return transactions / ((System.nanoTime() - start) / NANOS);
    }
  }

  /** Times run from when a transaction was due, not from when it was sent: a sender that is held up must not hide it. */
  private Histogram measure(Bench bench, Contestant contestant, int round) {
    var workload = new RiskWorkload(customers);
    var random = new SplittableRandom(round);
    Map<String, Long> due = new ConcurrentHashMap<>();
    var histogram = new Histogram(HIGHEST_NANOS, 3);
    String topic = Topics.DATA_ACTION_TRANSACTIONS.name(contestant.prefix());
    try (var sender = Sender.prompt(bench);
        var reader = new Reader<>(bench, Topics.RISK_ASSESSMENTS, contestant.prefix(), RiskAssessment.class,
            (assessment, at) -> {
              Long wasDue = due.remove(assessment.getTransactionId());
              if (wasDue != null) {
                histogram.recordValue(at - wasDue);
              }
            })) {
      long start = System.nanoTime();
      for (int i = 0; i < rate * length.toSeconds(); i++) {
        long at = start + i * (long) NANOS / rate;
        await(at);
        String id = "latency-%d-%d".formatted(round, i);
        due.put(id, at);
        var transaction = workload.transaction(id, random, now());
        sender.send(topic, transaction.getCustomerId(), transaction, (_, _) -> {});
      }
      sender.flush();
      reader.await(due::isEmpty, LAST_WITHIN);
    }
    return histogram;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static void await(long at) {
    for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void note(Histogram histogram, Contestant contestant, Figures figures) {
    figures.add("p50 milliseconds", contestant.name(), histogram.getValueAtPercentile(50) / NANOS_A_MILLI);
    figures.add("p99 milliseconds", contestant.name(), histogram.getValueAtPercentile(99) / NANOS_A_MILLI);
  }
}
