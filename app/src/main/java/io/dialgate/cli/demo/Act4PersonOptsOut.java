package io.dialgate.cli.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ada was to be called by both platforms. On the first call, she tells the Genesys agent not to call again: what both were
 * allowed is taken back, before the second platform dials.
 */
final class Act4PersonOptsOut implements Act {

  @Override
  public String title() {
    return "Ada (+14075550101) is allowed for both dialers, and tells the first agent: do not call me again";
  }

  @Override
  public void play(Stage stage) {
    new GenesysFeed().feed(stage, Samples.GENESYS_CALL_IN_PROGRESS);
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("spring-1", "ALLOW, then RECALL CUSTOMER_REQUEST");
    expected.put("renewals-1", "ALLOW, then RECALL CUSTOMER_REQUEST");
    DecisionsTold.tellLatest(stage, expected);
  }
}
