package io.dialgate.cli.demo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

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
    stage.seen().await(() -> !stage.seen().rejected.isEmpty());
    stage.seen().rejected.forEach(record -> tell(stage, record));
    stage.expectations().check("rejected-records has it, and nothing else", List.of("UNREADABLE"),
        stage.seen().rejected.stream().map(record -> header(record, "dialgate.error.code")).toList());
    DecisionsTold.ask(stage, stage.out(), Map.of(good, "ALLOW"));
  }

  private static void tell(Stage stage, ConsumerRecord<String, byte[]> record) {
    Map<String, Object> document = new LinkedHashMap<>();
    for (String name : List.of("code", "message", "topic", "partition", "offset")) {
      document.put(name, header(record, "dialgate.error." + name));
    }
    stage.narrator().tell(Map.of("rejected", document),
        "     @|bold,red REJECTED|@ %s: %s%n     from %s, partition %s, offset %s"
            .formatted(document.values().toArray()));
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }
}
