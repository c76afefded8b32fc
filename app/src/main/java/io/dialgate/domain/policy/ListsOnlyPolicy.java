package io.dialgate.domain.policy;

import java.time.Duration;
import java.util.List;

import io.dialgate.domain.hash.Sha256;

/**
 * The built-in policy that knows lists and nothing else: no hours, no caps, no consents.
 *
 * <p>Its hash is that of the text that describes it, so that a change of what it does has to change its name.
 */
public final class ListsOnlyPolicy {

  private ListsOnlyPolicy() {}

  /** The policy, for requests that expire at the given age. */
  public static Policy of(Duration requestMaxAge) {
    List<Rule> rules = List.of(new CallableNumber(), new ListedNumbers(), new UniqueRequest(), new OpenAllowanceBound(),
        new TimelyRequest(requestMaxAge), new RightPlace());
    String text = """
        policy: lists-only
        version: 1
        rules: [CallableNumber, ListedNumbers, UniqueRequest, OpenAllowanceBound, TimelyRequest, RightPlace]
        open allowances a number: %d
        request expires after: %s
        """.formatted(OpenAllowanceBound.MAX_OPEN, requestMaxAge);
    return new Policy("sha256:" + Sha256.hex(text), rules);
  }
}
