package io.dialgate.cli.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.wire.Topics;

/** These numbers are on no list. One is asleep still, one was called often enough, and one has a hurricane to mind. */
final class Act6LawSpeaks implements Act {

  private static final String HONOLULU = "+18085550141";
  private static final String MIAMI = "+13055550144";
  private static final String NEW_ORLEANS = "+15045550143";
  private static final String BLOCK = "block-1";

  @Override
  public String title() {
    return "The law speaks: it is early in Honolulu, a fourth attempt in Miami, and an emergency in Louisiana";
  }

  @Override
  public void play(Stage stage) {
    Map<DialRequest, String> calls = new LinkedHashMap<>();
    calls.put(request(stage, "spring-9", HONOLULU), "SUPPRESS OUTSIDE_CALLING_HOURS");
    for (String id : List.of("spring-10", "spring-11", "spring-12")) {
      calls.put(request(stage, id, MIAMI), "ALLOW");
    }
    // Florida counts the calls to a number, and those about one subject.
    calls.put(request(stage, "spring-13", MIAMI), "SUPPRESS ATTEMPT_CAP ATTEMPT_CAP");
    DecisionsTold.ask(stage, stage.out(), calls);
    block(stage);
    // Louisiana has a rule for mobile numbers only.
    DecisionsTold.ask(stage, stage.out(),
        Map.of(request(stage, "spring-14", NEW_ORLEANS), "SUPPRESS LINE_TYPE_UNKNOWN STATE_OF_EMERGENCY"));
  }

  private static void block(Stage stage) {
    stage.out().send(Topics.OPERATOR_ACTIONS, "US-LA", new OperatorAction(BLOCK, OperatorActionKind.EMERGENCY_BLOCK,
        "US-LA", "compliance", stage.clock().instant(), "hurricane", Map.of()));
    stage.seen().await(() -> stage.seen().receipts.getOrDefault(BLOCK, List.of()).size() >= Stage.PARTITIONS);
    stage.expectations().check("the block of US-LA is in force on every task", Stage.PARTITIONS,
        stage.seen().receipts.getOrDefault(BLOCK, List.of()).size());
  }

  private static DialRequest request(Stage stage, String id, String number) {
    return DialLines.request(id, number, "spring", "genesys", stage.clock().instant());
  }
}
