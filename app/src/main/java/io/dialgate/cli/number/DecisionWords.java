package io.dialgate.cli.number;

import io.dialgate.cli.shell.Output;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.Finding;

/** A decision in words, for a person at a terminal. */
public final class DecisionWords {

  private DecisionWords() {}

  /** The verdict, its reasons and what they rest on. */
  public static String of(DialDecision decision) {
    var words = new StringBuilder();
    String number = decision.getNumber().isEmpty()
        ? Output.plain(decision.getFacts().getRequest().getPhone())
        : decision.getNumber();
    words.append(switch (decision.getVerdict()) {
      case ALLOW -> "@|bold,green ALLOW|@     %s  may be called until %s".formatted(number, decision.getValidUntil());
      case SUPPRESS -> "@|bold,red SUPPRESS|@  %s  must not be called%s".formatted(number, retry(decision));
      case RECALL -> "@|bold,yellow RECALL|@    %s  must not be called any more".formatted(number);
    });
    for (Finding finding : decision.getFindings()) {
      words.append("%n  %-18s %s%n  %-18s (%s)".formatted(finding.getCode(), Output.plain(finding.getObserved()), "",
          finding.getCitation()));
    }
    return words.toString();
  }

  private static String retry(DialDecision decision) {
    return decision.getRetryAt() == null ? "" : "; ask again at " + decision.getRetryAt();
  }
}
