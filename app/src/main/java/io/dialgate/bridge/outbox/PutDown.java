package io.dialgate.bridge.outbox;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;

import io.dialgate.wire.Topics;
import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RejectionCode;
import io.dialgate.wire.record.RejectionHeaders;

/** Puts down what could not be delivered: to be tried again, or for a person. For one thread. */
final class PutDown {

  private static final String DESTINATION = "dialgate.bridge.destination";

  private final Producer<byte[], byte[]> producer;
  private final String prefix;
  private final String destination;
  private final Later later;
  private final InstantSource clock;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  PutDown(Producer<byte[], byte[]> producer, OutboxSettings settings, String destination, InstantSource clock) {
    this.producer = producer;
    this.prefix = settings.prefix();
    this.later = settings.later();
    this.destination = destination;
    this.clock = clock;
  }

  /** Whether it may be put down once more. */
  boolean mayWait(Letter letter) {
    return letter.round() < later.rounds();
  }

  void toWait(Letter letter, String why) {
    var headers = new RecordHeaders();
    new RetryHeaders(destination, letter.topic(), letter.partition(), letter.offset(), letter.timestamp(),
        letter.round() + 1, clock.instant().plus(later.pause()), why).putInto(headers);
    sent.add(producer.send(
        new ProducerRecord<>(Topics.BRIDGE_RETRIES.name(prefix), null, letter.key(), letter.value(), headers)));
  }

  void forGood(Letter letter, RejectionCode code, String why) {
    var headers = new RecordHeaders();
    RejectionHeaders.put(headers, new RefusedRecord(code, why), letter.topic(), letter.partition(), letter.offset(),
        letter.timestamp());
    headers.add(DESTINATION, destination.getBytes(StandardCharsets.UTF_8));
    sent.add(producer.send(
        new ProducerRecord<>(Topics.REJECTED_RECORDS.name(prefix), null, letter.key(), letter.value(), headers)));
  }

  /**
   * Returns when the broker has all of it.
   *
   * @throws KafkaException if it does not come to have it: nothing may be committed then
   */
  void await() throws InterruptedException {
    try {
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException("expected the broker to take what could not be delivered, but got " + e.getCause(), e);
    } finally {
      sent.clear();
    }
  }
}
