package io.dialgate.cli.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.DialRequest;

/**
 * A dialler partitions by CRC32, as librdkafka does unless told otherwise. A plain join would look for its numbers on the wrong
 * partitions, find nothing, and allow every call.
 */
final class Act7ProducerStrays implements Act {

  private static final String PLATFORM = "python-dialer";

  @Override
  public String title() {
    return "A third dialer partitions by CRC32: a plain join would miss the lists, and allow every call";
  }

  @Override
  public void play(Stage stage) {
    Instant now = stage.clock().instant();
    // The first alone: which one an alert tells of would be chance otherwise.
    ask(stage, Map.of(DialLines.request("py-1", "+14075551234", "upsell", PLATFORM, now),
        "SUPPRESS NATIONAL_DNC REKEYED"));
    AlertsTold.tell(stage, AlertKind.MISPARTITIONED_PRODUCER, PLATFORM, 1);
    Map<DialRequest, String> others = new LinkedHashMap<>();
    others.put(DialLines.request("py-2", "+12125550105", "upsell", PLATFORM, now), "SUPPRESS CUSTOMER_REQUEST REKEYED");
    others.put(DialLines.request("py-3", "+13055550106", "upsell", PLATFORM, now), "ALLOW REKEYED");
    ask(stage, others);
  }

  private static void ask(Stage stage, Map<DialRequest, String> expected) {
    DecisionsTold.ask(stage, stage.astray(), expected);
  }
}
