package io.dialgate.runtime.webhook;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;

import io.dialgate.runtime.client.GateWriter;
import io.dialgate.wire.Topic;
import io.dialgate.wire.registry.RegistryUnreachableException;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * Puts records on topics, and says whether all in-sync replicas have them. A record that was not acknowledged in time may yet arrive:
 * whoever sends it again sends it under the same id, and it counts once. May be used by many threads at once.
 */
public final class WebhookTopics implements AutoCloseable {

  /** How long an acknowledgement may take, so that the sender has its answer within five seconds. */
  static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(4);

  /** Less than that in sum, so that the producer's own word comes first. */
  private static final Map<String, Object> PATIENCE = Map.of(ProducerConfig.LINGER_MS_CONFIG, 0,
      ProducerConfig.MAX_BLOCK_MS_CONFIG, 1_500, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000,
      ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 3_000);

  private final GateWriter writer;

  /**
   * Connects when it is first used.
   *
   * @param client of Kafka: the brokers, and what the site hands on
   * @param prefix of all topics
   */
  public WebhookTopics(Map<String, Object> client, String prefix, SchemaRegistry registry) {
    this.writer = new GateWriter(client, prefix, registry, PATIENCE);
  }

  /** Puts one record; what is wrong, if it is not acknowledged in time. */
  Optional<String> put(Topic<?> topic, String key, SpecificRecord record) {
    try {
      writer.send(topic, key, record).get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      return Optional.empty();
    } catch (ExecutionException e) {
      return missing(String.valueOf(e.getCause()));
    } catch (TimeoutException e) {
      return missing("nothing within " + ACKNOWLEDGED_WITHIN);
    } catch (KafkaException | RegistryUnreachableException e) {
      return missing(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return missing("the end of the process");
    }
  }

  private static Optional<String> missing(String got) {
    return Optional.of("expected the broker to acknowledge, but got '%s'; send the same again".formatted(got));
  }

  @Override
  public void close() {
    writer.close();
  }
}
