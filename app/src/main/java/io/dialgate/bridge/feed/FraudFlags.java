package io.dialgate.bridge.feed;

import java.util.Optional;

import io.dialgate.bridge.delivery.Item;
import io.dialgate.bridge.platform.Kind;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RiskFlag;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;

/** Every transaction's score, low or high, put on its interaction. */
public final class FraudFlags implements Feed<RiskAssessment> {

  @Override
  public Topic<RiskAssessment> topic() {
    return Topics.RISK_ASSESSMENTS;
  }

  /** A transaction that was not scored has no flag to tell. */
  @Override
  public Optional<Item> item(Mail<RiskAssessment> mail) {
    RiskAssessment assessment = mail.value();
    if (assessment == null || (assessment.getFlag() != RiskFlag.LOW && assessment.getFlag() != RiskFlag.HIGH)) {
      return Optional.empty();
    }
    var values = new Values().text("interactionId", assessment.getInteractionId())
        .text("transactionId", assessment.getTransactionId()).text("customerId", assessment.getCustomerId())
        .number("score", assessment.getScore()).text("flag", assessment.getFlag().name())
        .text("category", assessment.getCategory())
        .instant("assessedAt", Optional.of(assessment.getAssessedAt()));
    return Optional.of(new Item(Kind.FRAUD_FLAG, "flag-" + assessment.getTransactionId(),
        assessment.getInteractionId(), values.all()));
  }
}
