package io.dialgate.bridge.outbox;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way, as it lies on the broker, and where it was first.
 *
 * @param key null if it has none
 * @param value null for a tombstone
 * @param topic where it was first, by its whole name
 * @param timestamp its first, in milliseconds
 * @param round how often it was put down to be tried again
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes that are handed on, never compared.
record Letter(byte @Nullable [] key, byte @Nullable [] value, String topic, int partition, long offset, long timestamp,
    int round) {

  static Letter first(ConsumerRecord<byte[], byte[]> record) {
    return new Letter(record.key(), record.value(), record.topic(), record.partition(), record.offset(),
        record.timestamp(), 0);
  }

  static Letter again(ConsumerRecord<byte[], byte[]> record, RetryHeaders was) {
    return new Letter(record.key(), record.value(), was.topic(), was.partition(), was.offset(), was.timestamp(),
        was.round());
  }

  /** Names it in all the world, however often it is tried. */
  String place() {
    return "%s-%d-%d".formatted(topic, partition, offset);
  }
}
