package io.dialgate.runtime.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.avro.AvroSerializer;
import io.dialgate.wire.registry.ConfluentRegistry;

/**
 * Asks the gate many questions at once: they are sent while earlier ones are answered, and never more than a bounded number is
 * open. For one thread.
 */
public final class GatePipeline implements AutoCloseable {

  /** Questions that may be open at once: enough that the gate always has some, few enough to be nothing in memory. */
  static final int MAX_OPEN = 20_000;

  private static final Map<String, Object> BULK = Map.of(ProducerConfig.ACKS_CONFIG, "all",
      ProducerConfig.LINGER_MS_CONFIG, 5, ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10,
      ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");

  private final Map<String, Object> client;
  private final String prefix;
  private final Duration patience;
  private final ConfluentRegistry registry;
  private final KafkaProducer<String, SpecificRecord> producer;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  /**
   * Connects when it is first used.
   *
   * @param patience how long no answer may come while questions are open
   */
  public GatePipeline(Settings settings, Cluster cluster, Duration patience) {
    this.client = settings.client(cluster.bootstrapServers());
    this.prefix = settings.topics().prefix();
    this.patience = patience;
    this.registry = new ConfluentRegistry(cluster.schemaRegistry().toString());
    Map<String, Object> writing = new HashMap<>(BULK);
    writing.putAll(client);
    this.producer = new KafkaProducer<>(writing, new StringSerializer(), new AvroSerializer<>(registry));
  }

  /**
   * Asks all of them, and returns when all are answered.
   *
   * @param since where to begin to hear, by partition; where it does not say, at the end
   * @throws Unreachable if the broker does not take one, or no answer comes any more
   */
  public void ask(Questions questions, Map<Integer, Long> since) {
    try (var tail = TopicTail.from(client, Topics.DIAL_DECISIONS.name(prefix),
        new AvroDeserializer<>(DialDecision.class, registry), since)) {
      // Before the first is sent: whoever goes on after us begins where nothing was answered yet.
      questions.heardUpTo(tail.positions());
      int[] open = {0};
      long last = System.nanoTime();
      while (send(questions, open) > 0) {
        int before = open[0];
        tail.poll(decision -> open[0] -= questions.hear(decision) ? 1 : 0);
        questions.heardUpTo(tail.positions());
        last = open[0] < before ? System.nanoTime() : last;
        requireProgress(open[0], last);
      }
    } catch (KafkaException e) {
      throw unreachable(e);
    }
  }

  @Override
  public void close() {
    producer.close();
    registry.close();
  }

  private int send(Questions questions, int[] open) {
    while (open[0] < MAX_OPEN) {
      DialRequest request = questions.next();
      if (request == null) {
        break;
      }
      var _ = producer.send(new ProducerRecord<>(Topics.DIAL_REQUESTS.name(prefix), request.getPhone(), request),
          (_, e) -> {
            if (e != null) {
              failure.compareAndSet(null, e);
            }
          });
      open[0]++;
    }
    return open[0];
  }

  private void requireProgress(int open, long last) {
    Exception failed = failure.get();
    if (failed != null) {
      throw unreachable(failed);
    }
    if (open > 0 && System.nanoTime() - last > patience.toNanos()) {
      throw new Unreachable(
          "expected the gate to answer the %,d requests that are open, but it has answered none for %s; see whether it is ready, and what it logs"
              .formatted(open, patience));
    }
  }

  private Unreachable unreachable(Exception e) {
    return new Unreachable("expected a running gate at %s, but got '%s'; start one with 'dialgate up', or set %s"
        .formatted(client.get("bootstrap.servers"), e.getMessage(), "kafka.bootstrap.servers"), e);
  }
}
