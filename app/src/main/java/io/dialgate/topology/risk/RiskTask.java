package io.dialgate.topology.risk;

import java.time.Instant;
import java.util.Optional;

import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.Case.Rekeyed;
import io.dialgate.domain.risk.Assessor.Outcome;
import io.dialgate.domain.risk.Opinion;
import io.dialgate.domain.risk.RiskEvent;
import io.dialgate.domain.risk.RiskModel;
import io.dialgate.schemas.ReceiptOutcome;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.topology.document.Shelf;
import io.dialgate.topology.intake.Admitted;
import io.dialgate.topology.risk.Judges.Judged;
import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RejectionCode;
import io.dialgate.wire.record.RiskArrival;
import io.dialgate.wire.record.RiskAssessments;
import io.dialgate.wire.record.RiskAssessments.Known;

/** What one task does with each kind of arrival: load, judge, store, tell. */
final class RiskTask {

  private final Judges judges;
  private final KeyValueStore<String, String> tiers;
  private final Answers answers;
  private final Shelf<RiskModel> live;
  private final Shelf<Optional<RiskModel>> shadow;
  private final Delivery delivery;
  private final RiskVoice voice;

  RiskTask(Judges judges, KeyValueStore<String, String> tiers, Answers answers, Shelf<RiskModel> live,
      Shelf<Optional<RiskModel>> shadow, Delivery delivery, RiskVoice voice) {
    this.judges = judges;
    this.tiers = tiers;
    this.answers = answers;
    this.live = live;
    this.shadow = shadow;
    this.delivery = delivery;
    this.voice = voice;
  }

  void on(Admitted<RiskArrival> admitted, Instant now) {
    switch (admitted.arrival()) {
      case RiskArrival.Acted(RiskEvent event) -> onEvent(event, admitted.rekeyed(), now);
      case RiskArrival.Opined(String customer, String transaction, Opinion opinion) -> delivery.opined(customer,
          transaction, opinion, now);
      case RiskArrival.Profiled(String customer, String tier) -> tiers.put(customer, tier);
      case RiskArrival.ModelTold(String hash, String text) -> {
        live.put(hash, text);
        live.find(hash).ifPresent(judges::know);
      }
      case RiskArrival.ModelActivated activated -> onActivated(activated, now);
      case RiskArrival.NoMatter _ -> {
        // Never admitted.
      }
    }
  }

  private void onEvent(RiskEvent event, @Nullable Rekeyed rekeyed, Instant now) {
    Optional<RiskAssessment> before = answers.to(event.customerId(), event.transactionId(), now);
    if (before.isPresent()) {
      delivery.repeated(before.get(), now);
      return;
    }
    RiskModel model = live.inForce();
    Optional<RiskModel> beside = shadow.inForce();
    String tier = tiers.get(event.customerId());
    Judged judged = judges.judge(event, tier, model, beside, now);
    var known = new Known(tier, beside.map(RiskModel::hash).orElse(null), rekeyed, now);
    RiskAssessment assessment = RiskAssessments.toRecord(event, judged.live(), known, model.hash());
    delivery.assessed(assessment, now);
    if (beside.isPresent() && judged.shadow().isPresent()) {
      tellInShadow(event, judged.shadow().get(), known, beside.get(), now);
    }
  }

  private void tellInShadow(RiskEvent event, Outcome outcome, Known known, RiskModel model, Instant now) {
    RiskAssessment assessment = RiskAssessments.toRecord(event, outcome, known, model.hash());
    voice.tellInShadow(assessment, answers.encoded(assessment), now);
  }

  private void onActivated(RiskArrival.ModelActivated activated, Instant now) {
    Shelf<?> shelf = activated.shadow() ? shadow : live;
    Optional<String> wrong = shelf.activate(activated.hash(), activated.at());
    voice.acknowledge(activated.receipt(), activated.hash(),
        wrong.isPresent() ? ReceiptOutcome.REJECTED : ReceiptOutcome.APPLIED, now);
    if (wrong.isPresent()) {
      throw new RefusedRecord(RejectionCode.BROKEN_DOCUMENT,
          "expected model %s to be usable, but %s; the one before it stays in force: publish a document that can be read"
              .formatted(activated.hash(), wrong.get()));
    }
  }
}
