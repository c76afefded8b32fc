package io.dialgate.bench;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.wire.Topics;

/**
 * Decisions per second: from the first request that is sent until the last decision is committed.
 *
 * @param entries how many numbers are listed
 * @param requests how many are asked about in a round
 * @param rounds how often, in turns
 */
public record DecideBench(int entries, int requests, int rounds) {

  private static final String DECISIONS = "decisions per second";
  private static final String LOADED = "entries loaded per second";
  private static final double NANOS = 1e9;

  /** Runs it, with the audit apart and with it. */
  public Report run(Bench bench) {
    var figures = new Figures();
    bench.createTopics("naive.");
    try (var naive = Contestant.naive(bench);
        var gate = Contestant.dialgate(bench, "gate");
        var audited = Contestant.dialgate(bench, "gate,audit");
        var sender = Sender.bulk(bench);
        var progress = new Progress(bench)) {
      var workload = new Workload(entries);
      load(bench, naive, sender, progress, workload, figures);
      load(bench, gate, sender, progress, workload, figures);
      load(bench, audited, sender, progress, workload, new Figures());
      for (int round = 0; round <= rounds; round++) {
        bench.say(round == 0 ? "warming up" : "round %d of %d".formatted(round, rounds));
        var kept = round == 0 ? new Figures() : figures;
        kept.add(DECISIONS, "naive", decide(naive, sender, progress, workload, round));
        kept.add(DECISIONS, "dialgate", decide(gate, sender, progress, workload, round));
        kept.add(DECISIONS, "dialgate with audit", decide(audited, sender, progress, workload, round));
      }
      var memory = bench.memory();
      memory.put("naive", naive.memory());
      memory.put("dialgate", gate.memory());
      memory.put("dialgate with audit", audited.memory());
      return new Report("decide", toString(), figures, memory);
    }
  }

  private void load(Bench bench, Contestant contestant, Sender sender, Progress progress, Workload workload,
      Figures figures) {
    bench.say("loading %,d entries into %s".formatted(entries, contestant.name()));
    long start = System.nanoTime();
    boolean naive = contestant.name().equals("naive");
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
