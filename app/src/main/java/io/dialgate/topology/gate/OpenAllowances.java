package io.dialgate.topology.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

import io.dialgate.domain.gate.Answered;
import io.dialgate.domain.gate.DialHistory;

/**
 * Which numbers of a task may have an open allowance, in the order of opening. Derived from the store, and kept in memory,
 * 16 bytes each: it answers in one walk which numbers a prefix or a hash recalls, and how old the oldest allowance is.
 *
 * <p>It may name a number whose allowance is closed already, or name it twice; the store knows. It never misses one that is
 * open: where there were more than it keeps, the walk goes over the store instead, for as long as one of the others may be
 * open.
 */
final class OpenAllowances {

  /** Allowances of one task that are kept in memory: 8 MiB of it. */
  static final int MAX_KEPT = 1 << 19;

  /** Closed allowances that one call of {@link #oldest} passes over at most. */
  private static final int MAX_SKIPPED = 10_000;

  private final KeyValueStore<String, DialHistory> histories;
  private final int maxKept;
  private final LongRing numbers = new LongRing();
  private final LongRing untils = new LongRing();
  private long forgottenUntil = Long.MIN_VALUE;

  /** An allowance of a number, open from {@code at} until {@code until} at the longest. */
  private record Opened(String number, Instant at, Instant until) {}

  /** Starts from what a restored or reopened store holds. */
  OpenAllowances(KeyValueStore<String, DialHistory> histories, Instant now, int maxKept) {
    this.histories = histories;
    this.maxKept = maxKept;
    var found = new ArrayList<Opened>();
    try (var all = histories.all()) {
      all.forEachRemaining(row -> row.value.open(now).forEach(one -> found.add(opened(row.key, one))));
    }
    found.sort(Comparator.comparing(Opened::at));
    found.forEach(one -> add(one.number, one.at, one.until));
  }

  /**
   * Notes one more, and forgets up to two that are over, so that what is kept is bounded by what can be open.
   *
   * @param number in E.164
   */
  void add(String number, Instant at, Instant until) {
    for (int i = 0; i < 2 && numbers.size() > 0 && at.toEpochMilli() >= untils.get(0); i++) {
      removeFirst();
    }
    if (numbers.size() == maxKept) {
      forgottenUntil = Math.max(forgottenUntil, untils.get(0));
      removeFirst();
    }
    numbers.addLast(Long.parseLong(number, 1, number.length(), 10));
    untils.addLast(endOf(until));
  }

  /** Hands on the numbers that may have an open allowance, some of them more than once. */
  void numbers(Instant now, Consumer<String> visitor) {
    if (now.toEpochMilli() < forgottenUntil) {
      stored(now, visitor);
      return;
    }
    for (int i = 0; i < numbers.size(); i++) {
      visitor.accept(number(i));
    }
  }

  /** Since when the oldest allowance is open, as far as a bounded walk finds one; forgets those before it. */
  Optional<Instant> oldest(NumberStates states, Instant now) {
    for (int skipped = 0; skipped < MAX_SKIPPED && numbers.size() > 0; skipped++) {
      if (now.toEpochMilli() < untils.get(0)) {
        Optional<Answered> open = states.load(number(0)).history().oldestOpen(now);
        if (open.isPresent()) {
          return open.map(Answered::at);
        }
      }
      removeFirst();
    }
    return Optional.empty();
  }

  private void stored(Instant now, Consumer<String> visitor) {
    try (KeyValueIterator<String, DialHistory> all = histories.all()) {
      all.forEachRemaining(row -> {
        if (!row.value.open(now).isEmpty()) {
          visitor.accept(row.key);
        }
      });
    }
  }

  private String number(int index) {
    return "+" + numbers.get(index);
  }

  private void removeFirst() {
    numbers.removeFirst();
    untils.removeFirst();
  }

  /** In whole milliseconds, and never too early. */
  private static long endOf(Instant until) {
    return until.toEpochMilli() + 1;
  }

  private static Opened opened(String number, Answered one) {
    Answered.Allowance allowance = one.allowance();
    return new Opened(number, one.at(), allowance == null ? one.at() : allowance.validUntil());
  }
}
