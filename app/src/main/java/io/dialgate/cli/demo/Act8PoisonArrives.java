package io.dialgate.cli.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.dialgate.schemas.DialRequest;
import io.dialgate.wire.Topics;

/** A record was cut off on its way. It is kept, with the reason; its neighbour on the same partition is decided. */
final class Act8PoisonArrives implements Act {

  private static final String NUMBER = "+13055550109";

  @Override
  public String title() {
    return "A truncated record arrives, and a good one right behind it";
  }

  @Override
  public void play(Stage stage) {
    DialRequest good = DialLines.request("renewals-5", NUMBER, "renewals", "cxone", stage.clock().instant());
    byte[] whole = stage.out().bytes(Topics.DIAL_REQUESTS, good);
    stage.out().sendBytes(Topics.DIAL_REQUESTS, NUMBER, Arrays.copyOf(whole, whole.length / 2));
    RejectionsTold.tell(stage, Topics.DIAL_REQUESTS, List.of("UNREADABLE"));
    DecisionsTold.ask(stage, stage.out(), Map.of(good, "ALLOW"));
  }
}
