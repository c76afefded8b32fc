package io.dialgate.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import io.dialgate.runtime.registry.Stages;
import io.dialgate.runtime.scrub.Scrub;
import io.dialgate.runtime.scrub.ScrubFiles;
import io.dialgate.runtime.scrub.ScrubTerms;
import io.dialgate.runtime.settings.Setting;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.wire.Topics;

/**
 * How fast a contact list comes apart: from the file to the two files, beside a scrub that asks the same gate about one number
 * at a time, and beside the same requests when they are only sent and decided, as {@code bench decide} does.
 *
 * @param entries how many numbers are listed
 * @param rows of the contact list
 * @param naiveRows how many of them the naive scrub asks about
 * @param rounds how often, in turns
 */
public record ScrubBench(int entries, int rows, int naiveRows, int rounds) {

  private static final String RATE = "rows per second";
  private static final String OF_DECIDE = "of decisions per second";
  private static final String RESIDENT = "resident MiB of who scrubs";
  private static final double NANOS = 1e9;
  private static final double MEBIBYTE = 1 << 20;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String BENCH = "bench";

  /** Runs it. */
  public Report run(Bench bench) {
    var figures = new Figures();
    try (var contestant = Contestant.dialgate(bench, "dialgate", "gate");
        var sender = Sender.bulk(bench);
        var progress = new Progress(bench)) {
      bench.say("loading %,d entries".formatted(entries));
      var workload = new Workload(entries);
      String deltas = Topics.REGISTRY_DELTAS.name(contestant.prefix());
      sender.sendAll(deltas, IntStream.range(0, entries).mapToObj(workload::delta), RegistryDelta::getPhone);
      progress.awaitConsumed(contestant, deltas);
      for (int round = 0; round <= rounds; round++) {
        bench.say(round == 0 ? "warming up" : "round %d of %d".formatted(round, rounds));
        // The warm-up is not counted.
        var into = round == 0 ? new Figures() : figures;
        Path list = list(bench, workload, round);
        double naive = naive(bench, contestant, workload, round);
        double ours = scrub(bench, contestant, list);
        double decided = decide(contestant, sender, progress, workload, round);
        into.add(RATE, "naive", naive);
        into.add(RATE, "dialgate", ours);
        into.add(OF_DECIDE, "dialgate", ours / decided);
        into.add(RESIDENT, "dialgate", bench.memory().getOrDefault(BENCH, 0L) / MEBIBYTE);
      }
      var memory = bench.memory();
      memory.put(contestant.name(), contestant.memory());
      return new Report("scrub", toString(), figures, memory);
    }
  }

  /** Sends a request, waits for its answer, and sends the next. */
  private double naive(Bench bench, Contestant contestant, Workload workload, int round) {
    var random = new SplittableRandom(round);
    var answered = new AtomicReference<>("");
    String topic = Topics.DIAL_REQUESTS.name(contestant.prefix());
    try (var sender = Sender.prompt(bench);
        var reader = new Reader<>(bench, Topics.DIAL_DECISIONS, contestant.prefix(), DialDecision.class,
            (decision, _) -> answered.set(decision.getRequestId()))) {
      long start = System.nanoTime();
      for (int i = 0; i < naiveRows; i++) {
        String id = "naive-" + round + "-" + i;
        String number = workload.asked(random);
        sender.send(topic, number, Workload.request(id, number), (_, _) -> {});
        reader.await(() -> id.equals(answered.get()), PATIENCE);
      }
      return naiveRows / ((System.nanoTime() - start) / NANOS);
    }
  }

  private double scrub(Bench bench, Contestant contestant, Path list) {
    Settings settings = Settings.load(Optional.empty(), Map.of(),
        List.of(Setting.option(BENCH, "topics.prefix", contestant.prefix()),
            Setting.option(BENCH, "data.dir", bench.folder().resolve("scrub").toString())));
    var files = new ScrubFiles(bench.folder().resolve("clean.csv"), bench.folder().resolve("rejected.csv"),
        bench.folder().resolve("certificate.json"));
    var scrub = new Scrub(settings, new Cluster(bench.bootstrapServers(), bench.registryUrl()),
        new ScrubTerms("US", "spring-sale", "acme", null, BENCH), BENCH, PATIENCE, Stages.UNSEEN);
    long start = System.nanoTime();
    // Without a proof: the audit is apart, as in the decisions that it is compared with.
    scrub.run(list, Optional.empty(), null, files, null, _ -> {});
    return rows / ((System.nanoTime() - start) / NANOS);
  }

  private double decide(Contestant contestant, Sender sender, Progress progress, Workload workload, int round) {
    var random = new SplittableRandom(round);
    String topic = Topics.DIAL_REQUESTS.name(contestant.prefix());
    long start = System.nanoTime();
    sender.sendAll(topic,
        IntStream.range(0, rows).mapToObj(i -> Workload.request(round + "-" + i, workload.asked(random))),
        request -> request.getPhone());
    progress.awaitConsumed(contestant, topic);
    return rows / ((System.nanoTime() - start) / NANOS);
  }

  private Path list(Bench bench, Workload workload, int round) {
    var random = new SplittableRandom(round);
    Path list = bench.folder().resolve("contacts.csv");
    try (var out = Files.newBufferedWriter(list)) {
      out.write("id,name,phone,city\n");
      for (int i = 0; i < rows; i++) {
        out.write("contact-%d,\"Doe, Jane\",%s,Springfield\n".formatted(i, workload.asked(random)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return list;
  }
}
