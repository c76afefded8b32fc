package io.dialgate.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.dialgate.runtime.Closing;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.wire.Topics;

/**
 * Decisions per second: from the first request that is sent until the last decision is committed.
 *
 * @param entries how many numbers are listed
 * @param requests how many are asked about in a round
 * @param rounds how often, in turns
 * @param withRemembering whether the naive join that also remembers each request takes its turn: where the limit lies
 * @param withLaw whether a second instance, under the shipped law instead of lists only, takes its turn too
 * @param withAudit whether a second instance, with the audit beside the gate, takes its turn too
 */
public record DecideBench(int entries, int requests, int rounds, boolean withAudit, boolean withRemembering,
    boolean withLaw) {

  private static final String DECISIONS = "decisions per second";
  private static final String LAW = "dialgate with law";
  private static final String LOADED = "entries loaded per second";
  private static final double NANOS = 1e9;

  /** Runs it, with the audit apart and with it. */
  public Report run(Bench bench) {
    var figures = new Figures();
    bench.createTopics(NaiveMain.PREFIX);
    bench.createTopics(RememberingMain.PREFIX);
    try (var closing = new Closing(); var sender = Sender.bulk(bench); var progress = new Progress(bench)) {
      List<Contestant> contestants = new ArrayList<>();
      contestants.add(closing.add(Contestant.naive(bench)));
      if (withRemembering) {
        contestants.add(closing.add(Contestant.remembering(bench)));
      }
      contestants.add(closing.add(Contestant.dialgate(bench, "dialgate", "gate")));
      if (withLaw) {
        contestants.add(closing.add(Contestant.dialgate(bench, LAW, "gate")));
        LawInForce.publish(bench, contestants.getLast());
      }
      if (withAudit) {
        contestants.add(closing.add(Contestant.dialgate(bench, "dialgate with audit", "gate,audit")));
      }
      var workload = new Workload(entries);
      contestants.forEach(contestant -> load(bench, contestant, sender, progress, workload, figures));
      for (int round = 0; round <= rounds; round++) {
        bench.say(round == 0 ? "warming up" : "round %d of %d".formatted(round, rounds));
        for (Contestant contestant : contestants) {
          double rate = decide(contestant, sender, progress, workload, round);
          if (round > 0) {
            figures.add(DECISIONS, contestant.name(), rate);
          }
        }
      }
      var memory = bench.memory();
      contestants.forEach(contestant -> memory.put(contestant.name(), contestant.memory()));
      return new Report("decide", toString(), figures, memory);
    }
  }

  private void load(Bench bench, Contestant contestant, Sender sender, Progress progress, Workload workload,
      Figures figures) {
    bench.say("loading %,d entries into %s".formatted(entries, contestant.name()));
    long start = System.nanoTime();
    boolean naive = !contestant.name().startsWith("dialgate");
    String topic = (naive ? Topics.DNC_ENTRIES : Topics.REGISTRY_DELTAS).name(contestant.prefix());
    if (naive) {
      sender.sendAll(topic, IntStream.range(0, entries).mapToObj(workload::record), DncRecord::getNumber);
    } else {
      sender.sendAll(topic, IntStream.range(0, entries).mapToObj(workload::delta), RegistryDelta::getPhone);
    }
    progress.awaitConsumed(contestant, topic);
    figures.add(LOADED, contestant.name(), entries / ((System.nanoTime() - start) / NANOS));
  }

  private double decide(Contestant contestant, Sender sender, Progress progress, Workload workload, int round) {
    var random = new SplittableRandom(round);
    String topic = Topics.DIAL_REQUESTS.name(contestant.prefix());
    long start = System.nanoTime();
    sender.sendAll(topic,
        IntStream.range(0, requests).mapToObj(i -> Workload.request(round + "-" + i, workload.asked(random))),
        request -> request.getPhone());
    progress.awaitConsumed(contestant, topic);
    return requests / ((System.nanoTime() - start) / NANOS);
  }
}
