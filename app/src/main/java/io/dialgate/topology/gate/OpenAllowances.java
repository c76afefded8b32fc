package io.dialgate.topology.gate;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

import org.apache.kafka.streams.state.KeyValueStore;

import io.dialgate.domain.gate.Answered;
import io.dialgate.domain.gate.DialHistory;

/**
 * Which numbers of a task may have an open allowance, in the order of opening. Derived from the store, and kept in memory: it
 * answers in one walk which numbers a prefix or a hash recalls, and how old the oldest allowance is.
 *
 * <p>It may name a number whose allowance is closed already; the store knows. It never misses one that is open.
 */
final class OpenAllowances {

  /** Closed allowances that one call of {@link #oldest} passes over at most. */
  private static final int MAX_SKIPPED = 10_000;

  private final Deque<Opened> opened = new ArrayDeque<>();

  /** An allowance of a number, open from {@code at} until {@code until} at the longest. */
  private record Opened(String number, Instant at, Instant until) {}

  /** Starts from what a restored or reopened store holds. */
  OpenAllowances(KeyValueStore<String, DialHistory> histories, Instant now) {
    var found = new ArrayList<Opened>();
    try (var all = histories.all()) {
      all.forEachRemaining(row -> row.value.open(now).forEach(one -> found.add(opened(row.key, one))));
    }
    found.sort(Comparator.comparing(Opened::at));
    opened.addAll(found);
  }

  /** Notes one more, and forgets up to two that are over, so that what is kept is bounded by what can be open. */
  void add(String number, Instant at, Instant until) {
    for (int i = 0; i < 2 && !opened.isEmpty() && !at.isBefore(opened.getFirst().until); i++) {
      opened.removeFirst();
    }
    opened.addLast(new Opened(number, at, until));
  }

  /** The numbers that may have an open allowance. */
  SequencedSet<String> numbers() {
    var numbers = new LinkedHashSet<String>();
    opened.forEach(one -> numbers.add(one.number));
    return numbers;
  }

  /** Since when the oldest allowance is open, as far as a bounded walk finds one; forgets those before it. */
  Optional<Instant> oldest(NumberStates states, Instant now) {
    for (int skipped = 0; skipped < MAX_SKIPPED && !opened.isEmpty(); skipped++) {
      Opened first = opened.getFirst();
      if (now.isBefore(first.until)) {
        Optional<Answered> open = states.load(first.number).history().oldestOpen(now);
        if (open.isPresent()) {
          return open.map(Answered::at);
        }
      }
      opened.removeFirst();
    }
    return Optional.empty();
  }

  private static Opened opened(String number, Answered one) {
    Answered.Allowance allowance = one.allowance();
    return new Opened(number, one.at(), allowance == null ? one.at() : allowance.validUntil());
  }
}
