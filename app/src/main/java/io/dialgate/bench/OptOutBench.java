package io.dialgate.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import org.HdrHistogram.Histogram;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topics;

/**
 * Does the very next request see an opt-out that was acknowledged? And how soon is an allowed call recalled?
 *
 * <p>Each person is asked for, allowed, opts out, and the moment the broker has acknowledged that is asked for again.
 *
 * @param people how many
 */
public record OptOutBench(int people) {

  /** People who are under way at the same time. */
  private static final int AT_ONCE = 64;

  private static final Duration LAST_WITHIN = Duration.ofSeconds(30);
  private static final long HIGHEST_NANOS = Duration.ofMinutes(1).toNanos();
  private static final double NANOS_A_MILLI = 1e6;

  /** Runs it. */
  public Report run(Bench bench) throws InterruptedException {
    var figures = new Figures();
    try (var gate = Contestant.dialgate(bench, "dialgate", "gate,audit"); var sender = Sender.prompt(bench)) {
      bench.say("asking for %,d people, who opt out".formatted(people));
      var run = new Run(sender, gate.prefix());
      try (var reader = new Reader<>(bench, Topics.DIAL_DECISIONS, gate.prefix(), DialDecision.class, run::seen)) {
        for (int i = 0; i < people; i++) {
          run.begin(i);
        }
        reader.await(run::isDone, LAST_WITHIN);
      }
      run.note(figures, people);
      var memory = bench.memory();
      memory.put("dialgate", gate.memory());
      return new Report("opt-out", toString(), figures, memory);
    }
  }

  /** One run; told of decisions by the reader's thread, and of acknowledgements by the producer's. */
  private static final class Run {

    private final Sender sender;
    private final String prefix;
    private final Semaphore underWay = new Semaphore(AT_ONCE);
    private final Map<String, Long> asked = new ConcurrentHashMap<>();
    private final Map<String, Long> optedOut = new ConcurrentHashMap<>();
    private final AtomicInteger misses = new AtomicInteger();
    private final Histogram decisions = new Histogram(HIGHEST_NANOS, 3);
    private final Histogram recalls = new Histogram(HIGHEST_NANOS, 3);

    Run(Sender sender, String prefix) {
      this.sender = sender;
      this.prefix = prefix;
    }

    void begin(int i) throws InterruptedException {
      underWay.acquire();
      ask("first-", "+1212%07d".formatted(2_000_000 + i));
    }

    boolean isDone() {
      return underWay.availablePermits() == AT_ONCE;
    }

    void seen(DialDecision decision, long at) {
      String id = decision.getRequestId();
      String number = decision.getNumber();
      if (decision.getVerdict() == Verdict.RECALL) {
        Long since = optedOut.remove(number);
        if (since != null) {
          recalls.recordValue(at - since);
        }
      } else if (id.startsWith("first-")) {
        decisions.recordValue(at - asked.getOrDefault(id, at));
        optOut(number);
      } else {
        if (decision.getVerdict() != Verdict.SUPPRESS) {
          misses.incrementAndGet();
        }
        underWay.release();
      }
    }

    void note(Figures figures, int people) {
      figures.add("opt-outs acknowledged", "dialgate", people);
      figures.add("next request not suppressed", "dialgate", misses.get());
      figures.add("recalls missing", "dialgate", optedOut.size());
      figures.add("decision p50 milliseconds", "dialgate", decisions.getValueAtPercentile(50) / NANOS_A_MILLI);
      figures.add("decision p99 milliseconds", "dialgate", decisions.getValueAtPercentile(99) / NANOS_A_MILLI);
      figures.add("recall p50 milliseconds", "dialgate", recalls.getValueAtPercentile(50) / NANOS_A_MILLI);
      figures.add("recall p99 milliseconds", "dialgate", recalls.getValueAtPercentile(99) / NANOS_A_MILLI);
    }

    private void ask(String kind, String number) {
      String id = kind + number;
      asked.put(id, System.nanoTime());
      sender.send(Topics.DIAL_REQUESTS.name(prefix), number, Workload.request(id, number), (_, _) -> {});
    }

    private void optOut(String number) {
      optedOut.put(number, System.nanoTime());
      var event = new OptOutDisposition("out-" + number, ListAction.ADD, number, "US", DncReason.CUSTOMER_REQUEST,
          "internal", null, "bench", "bench", Instant.now().truncatedTo(ChronoUnit.MICROS), null, MatchType.EXACT,
          null);
      sender.send(Topics.OPT_OUT_DISPOSITIONS.name(prefix), number, event, (_, _) -> ask("second-", number));
    }
  }
}
