package io.dialgate.wire.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.dialgate.domain.risk.Opinion;
import io.dialgate.domain.risk.Opinion.Answered;
import io.dialgate.schemas.Contribution;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RiskFlag;
import io.dialgate.schemas.ScorerAnswer;
import io.dialgate.schemas.ScorerOpinion;
import io.dialgate.schemas.ScorerOutcome;

/** What the external scorer said: {@code risk-scorer-answers}, and in assessments. */
public final class Opinions {

  private Opinions() {}

  /** An answer, as it arrives. */
  public static RiskArrival read(ScorerAnswer record) {
    try {
      return new RiskArrival.Opined(record.getCustomerId(), record.getTransactionId(),
          opinion(record.getOutcome(), record.getPoints(), record.getReason()));
    } catch (IllegalArgumentException e) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD, String.valueOf(e.getMessage()));
    }
  }

  /** An answer, as it is sent. */
  public static ScorerAnswer toRecord(String customerId, String transactionId, Opinion opinion, Instant now) {
    return new ScorerAnswer(transactionId, customerId, outcome(opinion.answered()), opinion.points(),
        opinion.reason(), now);
  }

  /**
   * Takes an opinion into an assessment that the rules made.
   *
   * @param cap of the model
   */
  public static void take(RiskAssessment assessment, Opinion opinion, int cap) {
    List<Contribution> rules = assessment.getContributions();
    int sum = rules.stream().mapToInt(Contribution::getPoints).sum();
    assessment.getFacts()
        .setScorer(new ScorerOpinion(outcome(opinion.answered()), opinion.points(), opinion.reason(),
            assessment.getScore()));
    if (opinion.answered() == Answered.IN_TIME) {
      assessment.setContributions(Stream.concat(rules.stream(),
          Stream.of(new Contribution(Opinion.FEATURE, opinion.reason(), opinion.points()))).toList());
      assessment.setScore(opinion.score(sum, cap));
      flag(assessment);
    }
  }

  /** What was taken into an assessment; nothing if nobody was to be asked. */
  public static Optional<Opinion> taken(RiskAssessment assessment) {
    return Optional.ofNullable(assessment.getFacts()).map(facts -> facts.getScorer())
        .map(it -> opinion(it.getOutcome(), it.getPoints(), it.getReason()));
  }

  /** Takes an opinion out again: what is left is what the rules made. */
  public static void takeOut(RiskAssessment assessment) {
    taken(assessment).ifPresent(_ -> {
      assessment.setContributions(assessment.getContributions().stream()
          .filter(it -> !it.getFeature().equals(Opinion.FEATURE)).toList());
      assessment.setScore(assessment.getFacts().getScorer().getRuleScore());
      assessment.getFacts().setScorer(null);
      flag(assessment);
    });
  }

  private static void flag(RiskAssessment assessment) {
    assessment.setFlag(assessment.getScore() >= assessment.getThreshold() ? RiskFlag.HIGH : RiskFlag.LOW);
  }

  private static Opinion opinion(ScorerOutcome outcome, int points, String reason) {
    return new Opinion(switch (outcome) {
      case ANSWERED -> Answered.IN_TIME;
      case NO_ANSWER -> Answered.NO_ANSWER;
      case FAILED -> Answered.FAILED;
      case NOT_ASKED -> Answered.NOT_ASKED;
      case UNKNOWN -> throw new IllegalArgumentException(
          "expected an outcome that this version knows, but got another; upgrade Dialgate");
    }, points, reason);
  }

  private static ScorerOutcome outcome(Answered answered) {
    return switch (answered) {
      case IN_TIME -> ScorerOutcome.ANSWERED;
      case NO_ANSWER -> ScorerOutcome.NO_ANSWER;
      case FAILED -> ScorerOutcome.FAILED;
      case NOT_ASKED -> ScorerOutcome.NOT_ASKED;
    };
  }
}
