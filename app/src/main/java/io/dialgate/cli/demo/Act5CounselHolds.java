package io.dialgate.cli.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.wire.Topics;

/** Counsel holds a number: no campaign may call it, and each that tries is told of. */
final class Act5CounselHolds implements Act {

  private static final String HELD = "+14155550111";
  private static final String HOLD = "hold-1";

  @Override
  public String title() {
    return "Counsel puts " + HELD + " under a litigation hold; two dialers try it all the same";
  }

  @Override
  public void play(Stage stage) {
    Instant now = stage.clock().instant();
    stage.out().send(Topics.OPERATOR_ACTIONS, HELD, new OperatorAction(HOLD, OperatorActionKind.HOLD, HELD, "counsel",
        now, "a claim was filed", Map.of()));
    stage.seen().await(() -> stage.seen().receipts.containsKey(HOLD));
    stage.expectations().check("in force: 1 receipt came back", 1,
        stage.seen().receipts.getOrDefault(HOLD, List.of()).size());
    Map<DialRequest, String> expected = new LinkedHashMap<>();
    expected.put(DialLines.request("spring-7", HELD, "spring", "genesys", now), "SUPPRESS LITIGATION_HOLD");
    expected.put(DialLines.request("renewals-4", HELD, "renewals", "cxone", now), "SUPPRESS LITIGATION_HOLD");
    DecisionsTold.ask(stage, stage.out(), expected);
    AlertsTold.tell(stage, AlertKind.LITIGATION_HOLD_DIALLED, HELD, expected.size());
  }
}
