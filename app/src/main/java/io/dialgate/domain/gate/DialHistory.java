package io.dialgate.domain.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.DialRequest;

/**
 * What the gate remembers of the requests for one number: which it answered, and which allowances it opened.
 *
 * @param answered the requests, in the order in which they were answered
 * @param attempts when it was allowed to be dialled
 */
public record DialHistory(List<Answered> answered, Attempts attempts) {

  /** The most requests of one number that are remembered. Beyond it the oldest without an open allowance is forgotten. */
  public static final int MAX_REMEMBERED = 256;

  /** A number that was never asked for. */
  public static final DialHistory NONE = new DialHistory(List.of());

  /** Keeps its own copy. */
  public DialHistory {
    answered = List.copyOf(answered);
  }

  /** A number that was never allowed to be dialled, or not within the longest window of any cap. */
  public DialHistory(List<Answered> answered) {
    this(answered, Attempts.NONE);
  }

  public boolean isEmpty() {
    return answered.isEmpty() && attempts.made().isEmpty();
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
    return answered.isEmpty() ? List.of() : answered.stream().filter(one -> one.isOpen(now)).toList();
  }

  /** The answer whose allowance was opened first and is still open. */
  public Optional<Answered> oldestOpen(Instant now) {
    return answered.stream().filter(one -> one.isOpen(now)).findFirst();
  }

  /** With one answer more, and without what need not be remembered any longer. */
  DialHistory with(Answered latest, Duration memory) {
    if (answered.isEmpty()) {
      return new DialHistory(List.of(latest), attempts.since(latest.at()));
    }
    var next = new ArrayList<>(remembered(latest.at(), memory).answered);
    if (next.size() >= MAX_REMEMBERED) {
      forgetOldest(next, latest.at());
    }
    next.add(latest);
    return new DialHistory(next, attempts.since(latest.at()));
  }

  /** With the attempt that an allowed request is. */
  DialHistory attempted(DialRequest request, Instant at) {
    return new DialHistory(answered, attempts.with(request, at));
  }

  /** Without the attempt of a request that was allowed, and not dialled. */
  DialHistory givenBack(String requestId) {
    return new DialHistory(answered, attempts.without(requestId));
  }

  /** Without the requests that were answered longer ago than the gate remembers. An open allowance is never forgotten. */
  public DialHistory remembered(Instant now, Duration memory) {
    Instant oldest = now.minus(memory);
    return keep(one -> one.isOpen(now) || !one.at().isBefore(oldest), attempts.since(now));
  }

  /** With the allowances of these requests closed. */
  DialHistory closed(Predicate<Answered> which) {
    return new DialHistory(
        answered.stream().map(one -> one.allowance() != null && which.test(one) ? one.closed() : one).toList(),
        attempts);
  }

  private DialHistory keep(Predicate<Answered> which, Attempts left) {
    boolean all = answered.stream().allMatch(which);
    return all && left.equals(attempts)
        ? this
        : new DialHistory(all ? answered : answered.stream().filter(which).toList(), left);
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
