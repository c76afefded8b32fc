package io.dialgate.cli.risk;

import io.dialgate.cli.shell.Output;

import io.dialgate.domain.risk.Contribution;
import io.dialgate.domain.risk.Flag;
import io.dialgate.domain.risk.RiskAssessment;
import io.dialgate.domain.risk.velocity.Velocities;

/** An assessment in words, for a person at a terminal. */
final class AssessmentWords {

  private AssessmentWords() {}

  static String of(RiskAssessment assessment) {
    var words = new StringBuilder("%s  %s  of %s: %s %s scores %d, threshold %d (%s)".formatted(
        assessment.flag() == Flag.HIGH ? "@|bold,red HIGH|@" : "@|bold,green LOW|@ ",
        Output.plain(assessment.event().transactionId()), Output.plain(assessment.event().customerId()),
        Velocities.plain(assessment.event().amount()), assessment.event().currency(), assessment.score(),
        assessment.threshold(), assessment.category().id()));
    for (Contribution contribution : assessment.contributions()) {
      words.append("%n  %+4d  %-16s %s".formatted(contribution.points(), contribution.feature(),
          Output.plain(contribution.observed())));
    }
    return words.toString();
  }
}
