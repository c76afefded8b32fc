package io.dialgate.domain.policy.law;

import java.time.Duration;
import java.util.List;

import io.dialgate.domain.policy.CallableNumber;
import io.dialgate.domain.policy.OpenAllowanceBound;
import io.dialgate.domain.policy.Policy;
import io.dialgate.domain.policy.RightPlace;
import io.dialgate.domain.policy.TimelyRequest;
import io.dialgate.domain.policy.UniqueRequest;

/** A book as a policy. */
public final class LawPolicy {

  private LawPolicy() {}

  /** The policy, for requests that expire at the given age. */
  public static Policy of(LawBook book, Duration requestMaxAge) {
    return new Policy(book.hash(), List.of(new CallableNumber(), new LawRule(new Law(book), false), new UniqueRequest(),
        new OpenAllowanceBound(), new TimelyRequest(requestMaxAge), new RightPlace()));
  }

  /** The policy without lists, registries and what concerns the request itself: what the law says of a call at some moment. */
  public static Policy dry(LawBook book) {
    return new Policy(book.hash(), List.of(new CallableNumber(), new LawRule(new Law(book), true)));
  }
}
