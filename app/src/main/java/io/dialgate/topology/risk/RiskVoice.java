package io.dialgate.topology.risk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RiskFlag;
import io.dialgate.schemas.ScorerRequest;
import io.dialgate.topology.RiskObserver;
import io.dialgate.wire.record.Alerts;

/** How the risk topology tells what it found: each kind to its own sink. */
final class RiskVoice {

  private final ProcessorContext<Object, Object> context;
  private final RiskObserver observer;

  RiskVoice(ProcessorContext<Object, Object> context, RiskObserver observer) {
    this.context = context;
    this.observer = observer;
  }

  /** Tells an assessment, and a person of one that is high. */
  void tell(RiskAssessment assessment, byte[] encoded, Instant now) {
    assessed(RiskSinks.ASSESSMENTS, assessment, encoded, now);
    String unscored = assessment.getUnscored();
    if (unscored == null) {
      observer.assessed(assessment.getFlag().name(), assessment.getCategory());
    } else {
      observer.unscored(unscored);
    }
    if (assessment.getFlag() == RiskFlag.HIGH) {
      send(assessment.getCustomerId(), Alerts.highRisk(assessment), RiskSinks.TASK.alerts(), now);
    }
  }

  /** Tells what was answered before, to whoever asks again; nobody is alerted again. */
  void tellAgain(RiskAssessment assessment, byte[] encoded, Instant now) {
    assessed(RiskSinks.ASSESSMENTS, assessment, encoded, now);
    observer.repeatedTransaction();
  }

  /** Asks the external scorer, whose answer counts until then. */
  void ask(RiskAssessment assessment, Instant until, Instant now) {
    send(assessment.getCustomerId(), new ScorerRequest(assessment, until), RiskSinks.SCORER_REQUESTS, now);
  }

  /** Tells an assessment that has no effect. */
  void tellInShadow(RiskAssessment assessment, byte[] encoded, Instant now) {
    assessed(RiskSinks.SHADOW, assessment, encoded, now);
  }

  /** Tells whoever waits for it that a model is in force here. */
  void acknowledge(String receipt, String hash, ReceiptOutcome outcome, Instant now) {
    send(receipt, new Receipt(receipt, hash, outcome, context.taskId().partition(), 0, now), RiskSinks.RECEIPTS, now);
  }

  private void assessed(String sink, RiskAssessment assessment, byte[] encoded, Instant now) {
    byte[] key = assessment.getCustomerId().getBytes(StandardCharsets.UTF_8);
    context.forward(new Record<Object, Object>(key, encoded, now.toEpochMilli()), sink);
  }

  private void send(String key, Object value, String sink, Instant now) {
    context.forward(new Record<Object, Object>(key, value, now.toEpochMilli()), sink);
  }
}
