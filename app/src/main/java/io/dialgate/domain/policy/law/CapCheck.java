package io.dialgate.domain.policy.law;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.dialgate.domain.policy.Attempt;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.FindingCode;

/** Was the number dialled too often of late? The window is half-open: an attempt that is exactly as old as it counts no more. */
final class CapCheck implements Check<Measure.AttemptCap> {

  @Override
  public void examine(Provision provision, Measure.AttemptCap cap, Situation situation, Consumer<Finding> found) {
    List<Attempt> attempts = situation.call().history().attempts();
    if (attempts.isEmpty()) {
      return;
    }
    Instant after = situation.call().now().minus(cap.window());
    List<Instant> counted = counted(provision, cap, situation, after);
    if (counted.size() >= cap.max()) {
      found.accept(finding(provision, cap, counted.size() + " attempts",
          counted.get(counted.size() - cap.max()).plus(cap.window())));
    } else if (attempts.size() >= Case.History.MAX_ATTEMPTS && attempts.getFirst().at().isAfter(after)) {
      // Older ones are forgotten, and may have counted.
      found
          .accept(finding(provision, cap, "%d attempts, and perhaps more than are remembered".formatted(counted.size()),
              attempts.getFirst().at().plus(cap.window())));
    }
  }

  private static List<Instant> counted(Provision provision, Measure.AttemptCap cap, Situation situation,
      Instant after) {
    long subject = Attempt.subjectMark(situation.request());
    var counted = new ArrayList<Instant>();
    for (Attempt attempt : situation.call().history().attempts()) {
      if (attempt.at().isAfter(after) && (!cap.perSubject() || attempt.subjectMark() == subject)
          && situation.words().concern(provision.scope(), attempt)) {
        counted.add(attempt.at());
      }
    }
    counted.sort(Instant::compareTo);
    return counted;
  }

  private static Finding finding(Provision provision, Measure.AttemptCap cap, String attempts, Instant until) {
    return new Finding(FindingCode.ATTEMPT_CAP, provision.citation().text(),
        "%s in %s (%s)%s, at most %d".formatted(attempts, cap.window(), provision.region(),
            cap.perSubject() ? " on this subject" : "", cap.max()),
        null, until);
  }
}
