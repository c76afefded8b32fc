package io.dialgate.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

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

import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Told;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Circumstances;
import io.dialgate.domain.policy.Circumstances.RegistryCopy;
import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.DialRequest.Call;
import io.dialgate.domain.policy.DialRequest.Caller;
import io.dialgate.domain.policy.DialRequest.Contact;
import io.dialgate.domain.policy.DialRequest.Purpose;
import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.ListsOnlyPolicy;
import io.dialgate.domain.policy.Policy;
import io.dialgate.numbering.place.NumberAtlas;

/** What the evaluation of a policy costs by itself: a seeded mix of US numbers that are on no list, by day and by night. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class PolicyBenchmark {

  private static final int CASES = 1_024;
  private static final List<String> AREAS = List.of("212", "213", "312", "415", "512", "617", "702", "713", "206",
      "305",
      "219", "504", "401", "808");

  @Param({"lists-only", "standard"})
  String policy = "standard";

  /** At noon in New York all of them may be called but for Hawaii; at four in the morning none of them. */
  @Param({"2027-02-24T17:00:00Z", "2027-02-24T09:00:00Z"})
  String at = "2027-02-24T17:00:00Z";

  private final Case[] cases = new Case[CASES];
  private Policy rules = ListsOnlyPolicy.of(Duration.ofHours(24));
  private int next;

  @Setup
  public void prepare() {
    if (policy.equals("standard")) {
      rules = new BookDocuments().standard(Duration.ofHours(24));
    }
    var random = new SplittableRandom(3);
    var atlas = new NumberAtlas();
    Instant now = Instant.parse(at);
    for (int i = 0; i < CASES; i++) {
      var number = new PhoneNumber(
          "+1" + AREAS.get(random.nextInt(AREAS.size())) + (2_000_000 + random.nextInt(7_000_000)));
      var request = new DialRequest("r" + i, number.e164(), "US", Purpose.DIAL, new Caller("bench", "spring", "acme"),
          new Call(null, null, null, null), new Contact(null, null, null, null), now, null);
      cases[i] = new Case(request, new Reading.Valid(number), atlas.whereabouts(number, Told.NOTHING), List.of(),
          List.of(), Case.History.NONE, new Circumstances(List.of(new RegistryCopy("us-ftc", "*", now)), List.of()),
          null,
          now);
    }
  }

  @Benchmark
  public List<Finding> examine() {
    next = (next + 1) & (CASES - 1);
    return rules.examine(cases[next]);
  }
}
