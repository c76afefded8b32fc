package io.dialgate.it;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A committed record.
 *
 * @param record as it lies on the broker
 * @param value what its bytes say; the bytes themselves where the topic has no schema
 */
record Seen<V>(ConsumerRecord<byte[], byte[]> record, V value) {

  /** Where it lies, without the topic: "partition@offset". */
  String place() {
    return record.partition() + "@" + record.offset();
  }
}
