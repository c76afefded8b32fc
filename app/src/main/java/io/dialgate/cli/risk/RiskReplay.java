package io.dialgate.cli.risk;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.RiskEvent;
import io.dialgate.domain.risk.RiskModel;
import io.dialgate.domain.risk.velocity.CustomerVelocities;
import io.dialgate.domain.risk.velocity.VelocityLimits;
import io.dialgate.runtime.Refused;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.topology.risk.Judges;
import io.dialgate.wire.record.Opinions;
import io.dialgate.wire.record.RiskAssessments;
import io.dialgate.wire.record.RiskAssessments.Known;

/**
 * Plays recorded transactions again, from the first on: they are counted and scored as a task counts and scores them, but in
 * memory. Each knows when it was assessed, the tier, and the models, so that nothing is left to chance.
 */
final class RiskReplay {

  private final @Nullable RiskModel other;
  private final Function<String, Optional<RiskModel>> models;
  private final Map<String, RiskModel> known = new HashMap<>();
  private final Judges judges = new Judges(
      plan -> CustomerVelocities.on(new InMemoryPages(), plan, VelocityLimits.DEFAULT));

  /**
   * A replay in which nothing has happened yet.
   *
   * @param other the model to score under; null: each transaction's own
   * @param models finds a model by its hash
   */
  RiskReplay(@Nullable RiskModel other, Function<String, Optional<RiskModel>> models) {
    this.other = other;
    this.models = models;
  }

  /** The assessment made again; nothing for one that repeats another, or does not tell its facts. */
  Optional<RiskAssessment> again(RiskAssessment recorded) {
    RiskEvent event = RiskAssessments.event(recorded);
    Known facts = RiskAssessments.known(recorded);
    if (event == null || facts == null || recorded.getRepeated()) {
      return Optional.empty();
    }
    RiskModel model = other == null ? model(recorded.getModel()) : other;
    Optional<RiskModel> shadow = other == null
        ? Optional.ofNullable(facts.shadow()).map(this::model)
        : Optional.empty();
    var judged = judges.judge(event, facts.tier(), model, shadow, facts.now());
    RiskAssessment again = RiskAssessments.toRecord(event, judged.live(), facts, model.hash());
    if (again.getUnscored() == null) {
      // What the external scorer said is a fact: it is not asked again.
      Opinions.taken(recorded).ifPresent(opinion -> Opinions.take(again, opinion, model.cap()));
    }
    return Optional.of(again);
  }

  private RiskModel model(String hash) {
    return known.computeIfAbsent(hash, _ -> models.apply(hash).orElseThrow(() -> new Refused(
        "expected model %s to be published or built in, but it is neither; replay with the version that had it built in"
            .formatted(hash))));
  }
}
