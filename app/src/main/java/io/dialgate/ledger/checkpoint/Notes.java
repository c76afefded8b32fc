package io.dialgate.ledger.checkpoint;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.wire.Topics;

/** Writes signed notes to {@code audit-checkpoints}. */
final class Notes implements AutoCloseable {

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;

  Notes(CheckpointerSettings settings) {
    Map<String, Object> writing = new HashMap<>(settings.client());
    writing.put(ProducerConfig.ACKS_CONFIG, "all");
    writing.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    this.producer = new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer());
    this.topic = Topics.AUDIT_CHECKPOINTS.name(settings.prefix());
  }

  /**
   * Writes notes, and returns when all in-sync replicas have them.
   *
   * @throws KafkaException if they do not come to have all; some may have been written
   */
  void publish(Collection<SignedCheckpoint> notes) {
    List<Future<?>> sent = new ArrayList<>();
    notes.forEach(note -> sent.add(producer.send(new ProducerRecord<>(topic,
        note.checkpoint().origin().getBytes(StandardCharsets.UTF_8), note.note().bytes()))));
    try {
      for (Future<?> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new KafkaException("expected the broker to acknowledge the signed heads, but got: " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("expected the broker to acknowledge the signed heads, but was interrupted", e);
    }
  }

  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
