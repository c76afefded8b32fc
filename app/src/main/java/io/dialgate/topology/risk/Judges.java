package io.dialgate.topology.risk;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.Assessor;
import io.dialgate.domain.risk.Assessor.Outcome;
import io.dialgate.domain.risk.RiskEvent;
import io.dialgate.domain.risk.RiskModel;
import io.dialgate.domain.risk.velocity.CustomerVelocities;
import io.dialgate.domain.risk.velocity.PageOwner;
import io.dialgate.domain.risk.velocity.Placed;
import io.dialgate.domain.risk.velocity.VelocityPlan;

/**
 * Judges events under a model, and beside it under one in shadow. Both count in the same pages where their plans count the
 * same way: then an event is counted once, and a model that was in shadow goes on counting when it comes into force.
 */
public final class Judges {

  private final Function<VelocityPlan, CustomerVelocities> counting;
  private final Map<Long, CustomerVelocities> byPlan = new HashMap<>();

  /**
   * Judges that have not counted anything yet in this life.
   *
   * @param counting counts under a plan
   */
  public Judges(Function<VelocityPlan, CustomerVelocities> counting) {
    this.counting = counting;
  }

  /**
   * What the judges said.
   *
   * @param live under the model in force
   * @param shadow under the one in shadow; nothing if there is none
   */
  public record Judged(Outcome live, Optional<Outcome> shadow) {}

  /**
   * Judges an event, and counts it.
   *
   * @param tier the customer's tier as its profile tells it; null if there is none
   */
  public Judged judge(RiskEvent event, @Nullable String tier, RiskModel live, Optional<RiskModel> shadow, Instant now) {
    Placed placed = place(event, live, now);
    Optional<Outcome> beside = shadow.map(model -> Assessor.assess(event,
        mark(model) == mark(live) ? placed : place(event, model, now), tier, model));
    return new Judged(Assessor.assess(event, placed, tier, live), beside);
  }

  /** Hears of a model, so that customers whom it counted once can be forgotten. */
  void know(RiskModel model) {
    var _ = under(model.plan());
  }

  /** Forgets a customer of whom no window can hold an event. */
  void forgetIfIdle(PageOwner owner, Instant now) {
    CustomerVelocities counted = byPlan.get(owner.plan());
    if (counted != null) {
      counted.forgetIfIdle(owner.customer(), now);
    }
  }

  /** An idle customer is forgotten at its next event, if it was not before: when that happens may change nothing. */
  private Placed place(RiskEvent event, RiskModel model, Instant now) {
    CustomerVelocities counting = under(model.plan());
    counting.forgetIfIdle(event.customerId(), now);
    return counting.place(event, now);
  }

  private CustomerVelocities under(VelocityPlan plan) {
    return byPlan.computeIfAbsent(plan.mark(), _ -> counting.apply(plan));
  }

  private static long mark(RiskModel model) {
    return model.plan().mark();
  }
}
