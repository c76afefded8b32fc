package io.dialgate.topology.risk;

import java.time.Instant;
import java.util.function.ToIntFunction;

import io.dialgate.domain.risk.Opinion;
import io.dialgate.domain.risk.Opinion.Answered;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.topology.RiskObserver;
import io.dialgate.wire.record.Opinions;

/** How assessments leave a task: at once, or after the external scorer was asked; always in the order in which they were made. */
final class Delivery {

  private final Asking asking;
  private final HeldAssessments held;
  private final Answers answers;
  private final ToIntFunction<String> caps;
  private final RiskVoice voice;
  private final RiskObserver observer;

  /**
   * The delivery of a task.
   *
   * @param caps the cap of a model, by its hash
   */
  Delivery(Asking asking, HeldAssessments held, Answers answers, ToIntFunction<String> caps, RiskVoice voice,
      RiskObserver observer) {
    this.asking = asking;
    this.held = held;
    this.answers = answers;
    this.caps = caps;
    this.voice = voice;
    this.observer = observer;
  }

  /** Tells what the rules made of a transaction, once whoever is to be asked was asked. */
  void assessed(RiskAssessment assessment, Instant now) {
    switch (asking) {
      case Asking.Scorer scorer when assessment.getUnscored() == null -> ask(assessment, scorer, now);
      case Asking.Scorer _,Asking.Nobody _ -> inTurn(assessment, now);
    }
  }

  /** Tells again what was told, or will be told before this. */
  void repeated(RiskAssessment before, Instant now) {
    before.setRepeated(true);
    if (held.isEmpty()) {
      voice.tellAgain(before, answers.encoded(before), now);
    } else {
      held.queue(before);
    }
  }

  /** The external scorer was asked, and this came of it. */
  void opined(String customerId, String transactionId, Opinion opinion, Instant now) {
    boolean inTime = held.answered(customerId, transactionId, it -> take(it, opinion));
    if (!inTime) {
      observer.opinionTooLate();
    }
    tellWhatIsReady(now);
  }

  /** Tells what has waited long enough. */
  void tellWhatIsReady(Instant now) {
    held.next(now).ifPresent(first -> {
      tell(first, now);
      tellWhatIsReady(now);
    });
  }

  private void ask(RiskAssessment assessment, Asking.Scorer scorer, Instant now) {
    if (held.awaited() >= scorer.most()) {
      take(assessment,
          Opinion.none(Answered.NOT_ASKED, "%d transactions wait for it already".formatted(scorer.most())));
      inTurn(assessment, now);
    } else {
      Instant until = now.plus(scorer.within());
      answers.remember(assessment, now);
      held.awaitAnswer(assessment, until);
      voice.ask(assessment, until, now);
    }
  }

  private void inTurn(RiskAssessment assessment, Instant now) {
    if (held.isEmpty()) {
      tell(assessment, now);
    } else {
      answers.remember(assessment, now);
      held.queue(assessment);
    }
  }

  private void tell(HeldAssessments.Next next, Instant now) {
    RiskAssessment assessment = next.assessment();
    if (next.unanswered()) {
      take(assessment, Opinion.none(Answered.NO_ANSWER, "no answer in time"));
    }
    if (assessment.getRepeated()) {
      RiskAssessment told = answers.to(assessment.getCustomerId(), assessment.getTransactionId(), now)
          .orElse(assessment);
      told.setRepeated(true);
      voice.tellAgain(told, answers.encoded(told), now);
    } else {
      tell(assessment, now);
    }
  }

  private void tell(RiskAssessment assessment, Instant now) {
    voice.tell(assessment, answers.remember(assessment, now), now);
  }

  private void take(RiskAssessment assessment, Opinion opinion) {
    Opinions.take(assessment, opinion, caps.applyAsInt(assessment.getModel()));
    observer.opinion(opinion.answered().name());
  }
}
