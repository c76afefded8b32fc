package io.dialgate.topology.intake;

import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Which of a task's buffered records is processed next: Kafka Streams takes the one with the smallest time.
 *
 * <p>What lists say comes before what diallers ask. An opt-out that was acknowledged before a request was sent is on the broker
 * when the request is, and a task processes nothing while it knows of a record that it has not fetched; so the request sees
 * the opt-out, whatever either producer's clock said. The record's own time stays in a header.
 */
public enum ProcessingOrder implements TimestampExtractor {

  /** For what lists and people say: before everything that is asked. */
  FIRST {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
      HeaderText.put(record.headers(), HeaderText.RECORD_TIME, record.timestamp());
      return 0;
    }
  },

  /** For what diallers ask and tell: by the record's time. */
  BY_TIME {
    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
      if (record.timestamp() < 0) {
        // A negative time would drop the record in silence.
        HeaderText.put(record.headers(), HeaderText.RECORD_TIME, record.timestamp());
      }
      return Math.max(0, record.timestamp());
    }
  };

  /** For what tasks send on: as its record was where it came from. Those of the given topics go by their time. */
  public static TimestampExtractor sentOn(Set<String> byTime) {
    return (record, partitionTime) -> {
      String topic = HeaderText.text(record.headers(), HeaderText.ORIGIN + HeaderText.TOPIC);
      return (topic != null && byTime.contains(topic) ? BY_TIME : FIRST).extract(record, partitionTime);
    };
  }
}
