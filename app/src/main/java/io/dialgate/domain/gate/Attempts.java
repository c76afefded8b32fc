package io.dialgate.domain.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.dialgate.domain.hash.Mark;
import io.dialgate.domain.policy.Attempt;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.law.Measure;

/**
 * The latest times that a number was allowed to be dialled, for caps: counted when it is allowed, and given back when the
 * dialler says that it did not dial.
 *
 * @param made oldest first, at most {@link Case.History#MAX_ATTEMPTS}
 */
public record Attempts(List<Made> made) {

  /** There were none. */
  public static final Attempts NONE = new Attempts(List.of());

  /**
   * An attempt, and the mark of the request that was allowed, by which it is given back.
   */
  public record Made(long requestMark, Attempt attempt) {}

  /** Keeps its own copy. */
  public Attempts {
    made = List.copyOf(made);
  }

  /** As rules see them. */
  public List<Attempt> told() {
    return made.isEmpty() ? List.of() : made.stream().map(Made::attempt).toList();
  }

  /** With one more; beyond the bound the oldest is forgotten. */
  Attempts with(DialRequest request, Instant at) {
    var next = new ArrayList<>(made);
    if (next.size() >= Case.History.MAX_ATTEMPTS) {
      next.removeFirst();
    }
    next.add(new Made(Mark.of(request.id()), Attempt.of(request, at)));
    return new Attempts(next);
  }

  /** Without the attempt of this request, if there is one. */
  Attempts without(String requestId) {
    long mark = Mark.of(requestId);
    return made.stream().noneMatch(one -> one.requestMark() == mark)
        ? this
        : new Attempts(made.stream().filter(one -> one.requestMark() != mark).toList());
  }

  /** Without those that no cap can count any more. */
  Attempts since(Instant now) {
    Instant oldest = now.minus(Measure.AttemptCap.MAX_WINDOW);
    return made.isEmpty() || made.getFirst().attempt().at().isAfter(oldest)
        ? this
        : new Attempts(made.stream().filter(one -> one.attempt().at().isAfter(oldest)).toList());
  }
}
