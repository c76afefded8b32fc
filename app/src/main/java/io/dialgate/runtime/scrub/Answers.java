package io.dialgate.runtime.scrub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.dialgate.domain.hash.Sha256;
import io.dialgate.lists.contact.NumberIndex;
import io.dialgate.lists.scrub.Judgement;

/** What was decided about each number of a list: twenty bytes a number. */
final class Answers implements Judgement {

  /** No instant. */
  static final long NEVER = Long.MIN_VALUE;

  private final NumberIndex numbers;

  /** By place: the outcome's place and 1; 0 while there is none. */
  private final int[] outcome;

  /** By place, in microseconds since 1970. */
  private final long[] decidedAt;

  private final long[] retryAt;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Map<Outcome, Integer> places = new HashMap<>();
  private int count;

  Answers(NumberIndex numbers) {
    this.numbers = numbers;
    outcome = new int[numbers.size()];
    decidedAt = new long[numbers.size()];
    retryAt = new long[numbers.size()];
  }

  /** Takes an answer, unless there is one. */
  boolean put(int place, Outcome what, long decided, long retry) {
    if (outcome[place] != 0) {
      return false;
    }
    Integer known = places.get(what);
    if (known == null) {
      outcomes.add(what);
      known = outcomes.size();
      places.put(what, known);
    }
    outcome[place] = known;
    decidedAt[place] = decided;
    retryAt[place] = retry;
    count++;
    return true;
  }

  boolean has(int place) {
    return outcome[place] != 0;
  }

  /** How many numbers have one. */
  int count() {
    return count;
  }

  @Override
  public String reasons(int place) {
    return of(place).reasons();
  }

  @Override
  public String retryAt(int place) {
    return retryAt[place] == NEVER ? "" : instant(retryAt[place]).toString();
  }

  /** How many numbers each thing that passes with time stands in the way of, today. */
  Map<String, Long> passing() {
    Map<String, Long> passing = new TreeMap<>();
    for (int place = 0; place < outcome.length; place++) {
      of(place).passing().forEach(code -> passing.merge(code, 1L, Long::sum));
    }
    return passing;
  }

  /** How many numbers were decided under each policy. */
  Map<String, Long> policies() {
    Map<String, Long> policies = new TreeMap<>();
    for (int place = 0; place < outcome.length; place++) {
      policies.merge(of(place).policy(), 1L, Long::sum);
    }
    return policies;
  }

  /** The first and the last decision. */
  Instant[] span() {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (long at : decidedAt) {
      first = Math.min(first, at);
      last = Math.max(last, at);
    }
    return outcome.length == 0 ? new Instant[0] : new Instant[]{instant(first), instant(last)};
  }

  /**
   * SHA-256 over all decisions, in the order in which the numbers first came; a line of each, in UTF-8 and with a line feed:
   *
   * <pre>
   * request id,E.164,ALLOW or SUPPRESS,codes joined by a bar,policy,decided at,retry at
   * </pre>
   */
  String digest(String job) {
    MessageDigest sha256 = Sha256.digest();
    for (int place = 0; place < outcome.length; place++) {
      Outcome what = of(place);
      sha256.update(String.join(",", requestId(job, place), "+" + numbers.at(place),
          what.allowed() ? "ALLOW" : "SUPPRESS", what.codes(), what.policy(), instant(decidedAt[place]).toString(),
          retryAt(place) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** Names the question about a number. */
  static String requestId(String job, int place) {
    return job + "-" + place;
  }

  private Outcome of(int place) {
    if (outcome[place] == 0) {
      throw new IllegalStateException("expected an answer about every number, but number %d has none".formatted(place));
    }
    return outcomes.get(outcome[place] - 1);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
