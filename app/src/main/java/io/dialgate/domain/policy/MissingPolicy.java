package io.dialgate.domain.policy;

import java.util.List;

/** What is in force when the policy that should be cannot be read: nobody may be called. */
public final class MissingPolicy {

  private MissingPolicy() {}

  /**
   * The policy that suppresses everything.
   *
   * @param hash of the document that is missing
   * @param why what is wrong with it
   */
  public static Policy of(String hash, String why) {
    return new Policy(hash, List.of(new CallableNumber(), new ListedNumbers(), (call, found) -> found.accept(
        Finding.of(FindingCode.POLICY_MISSING, Citations.of(FindingCode.POLICY_MISSING), why)), new RightPlace()));
  }
}
