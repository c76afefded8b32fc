package io.dialgate.domain.gate;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Limits;
import io.dialgate.domain.policy.Policy;

/** Makes a recorded decision again, from its facts. */
public final class Recomputation {

  private Recomputation() {}

  /**
   * The decision that a policy makes of a recorded case.
   *
   * @param recorded what was decided then: a recall is looked at as a recall
   * @return null if a call that was recalled would not have been
   */
  public static @Nullable Decision of(Verdict recorded, Case call, Policy policy, Limits limits) {
    var decider = new Decider(policy, limits.allowance());
    return recorded == Verdict.RECALL ? decider.reconsider(call) : decider.answer(call);
  }
}
