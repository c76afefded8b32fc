package io.dialgate.bridge.summary;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import io.dialgate.wire.Topics;
import io.dialgate.wire.work.Turns;
import io.dialgate.wire.work.Worker;

/**
 * Counts while it is this instance's turn. Of several instances one counts, since a summary is about all partitions; another
 * takes over when it ends. Two that believe it for a moment do no harm: the later one's transactions lock the earlier one out.
 */
public final class SummaryLoop implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final SummarySettings settings;
  private final InstantSource clock;
  private final Worker worker;

  private SummaryLoop(SummarySettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.worker = Worker.start("run-summaries", "decisions cannot be summed up", this::takePart);
  }

  /** Starts, and returns at once. */
  public static SummaryLoop start(SummarySettings settings, InstantSource clock) {
    return new SummaryLoop(settings, clock);
  }

  /** Why nothing is counted; empty while it counts, or waits for its turn. */
  public Optional<String> trouble() {
    return worker.trouble();
  }

  @Override
  public void close() {
    worker.close();
  }

  /** What fails, or whose turn it is no more, begins again where the last summary ended. */
  private void takePart(Worker at) {
    try (var turns = new Turns(settings.client(), settings.application() + "-turn", settings.instance(),
        Topics.RUN_SUMMARIES.name(settings.prefix()))) {
      while (!at.isClosed()) {
        if (turns.isOurs(POLL)) {
          count(turns, at);
        }
        at.told(null);
      }
    }
  }

  private void count(Turns turns, Worker at) {
    try (var consumer = consumer(); var producer = producer()) {
      var counter = new RunCounter(consumer, producer, settings, clock);
      at.told(null);
      while (!at.isClosed() && turns.isOurs(Duration.ZERO)) {
        counter.step(POLL);
      }
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> reading = new HashMap<>(settings.client());
    reading.put(ConsumerConfig.GROUP_ID_CONFIG, settings.application());
    reading.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    reading.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    reading.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    return new KafkaConsumer<>(reading, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private KafkaProducer<byte[], byte[]> producer() {
    Map<String, Object> writing = new HashMap<>(settings.client());
    writing.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, settings.application());
    return new KafkaProducer<>(writing, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
