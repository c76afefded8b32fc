package io.dialgate.cli.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import io.dialgate.wire.Topic;

/** Waits for what is rejected, and tells it. */
final class RejectionsTold {

  private RejectionsTold() {}

  /** Waits until a record of that topic is rejected; what is of it has to have these codes. */
  static void tell(Stage stage, Topic<?> topic, List<String> codes) {
    stage.seen().await(() -> of(stage, topic).size() >= codes.size());
    List<ConsumerRecord<String, byte[]>> rejected = of(stage, topic);
    rejected.forEach(record -> tell(stage, record));
    stage.expectations().check("rejected-records has it, and nothing else of " + topic.shortName(), codes,
        rejected.stream().map(record -> header(record, "code")).toList());
  }

  private static void tell(Stage stage, ConsumerRecord<String, byte[]> record) {
    Map<String, Object> document = new LinkedHashMap<>();
    for (String name : List.of("code", "message", "topic", "partition", "offset")) {
      document.put(name, header(record, name));
    }
    stage.narrator().tell(Map.of("rejected", document),
        "     @|bold,red REJECTED|@ %s: %s%n     from %s, partition %s, offset %s"
            .formatted(document.values().toArray()));
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader("dialgate.error." + name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static List<ConsumerRecord<String, byte[]>> of(Stage stage, Topic<?> topic) {
    return stage.seen().rejected.stream().filter(record -> header(record, "topic").endsWith(topic.shortName()))
        .toList();
  }
}
