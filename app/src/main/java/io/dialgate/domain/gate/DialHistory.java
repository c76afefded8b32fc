package io.dialgate.domain.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What the gate remembers of the requests for one number: which it answered, and which allowances it opened.
 *
 * @param answered the requests, in the order in which they were answered
 */
public record DialHistory(List<Answered> answered) {

  /** The most requests of one number that are remembered. Beyond it the oldest without an open allowance is forgotten. */
  public static final int MAX_REMEMBERED = 256;

  /** A number that was never asked for. */
  public static final DialHistory NONE = new DialHistory(List.of());

  /** Keeps its own copy. */
  public DialHistory {
    answered = List.copyOf(answered);
  }

  /** The answer to a request of this id, if it is remembered. */
  @Nullable
  Answered find(String requestId) {
    for (Answered one : answered) {
      if (one.requestId().equals(requestId)) {
        return one;
      }
    }
    return null;
  }

  /** The answers whose calls may still be placed. */
  public List<Answered> open(Instant now) {
    if (answered.isEmpty()) {
      return List.of();
    }
    return answered.stream().filter(one -> one.isOpen(now)).toList();
  }

  /** The answer whose allowance was opened first and is still open. */
  public Optional<Answered> oldestOpen(Instant now) {
    return answered.stream().filter(one -> one.isOpen(now)).findFirst();
  }

  /** With one answer more, and without what need not be remembered any longer. */
  DialHistory with(Answered latest, Duration memory) {
    if (answered.isEmpty()) {
      return new DialHistory(List.of(latest));
    }
    var next = new ArrayList<>(remembered(latest.at(), memory).answered);
    if (next.size() >= MAX_REMEMBERED) {
      forgetOldest(next, latest.at());
    }
    next.add(latest);
    return new DialHistory(next);
  }

  /** Without the requests that were answered longer ago than the gate remembers. An open allowance is never forgotten. */
  public DialHistory remembered(Instant now, Duration memory) {
    Instant oldest = now.minus(memory);
    return keep(one -> one.isOpen(now) || !one.at().isBefore(oldest));
  }

  /** With the allowances of these requests closed. */
  DialHistory closed(Predicate<Answered> which) {
    return new DialHistory(
        answered.stream().map(one -> one.allowance() != null && which.test(one) ? one.closed() : one).toList());
  }

  private DialHistory keep(Predicate<Answered> which) {
    return answered.stream().allMatch(which) ? this : new DialHistory(answered.stream().filter(which).toList());
  }

  private static void forgetOldest(List<Answered> answers, Instant now) {
    for (int i = 0; i < answers.size(); i++) {
      if (!answers.get(i).isOpen(now)) {
        answers.remove(i);
        return;
      }
    }
  }
}
