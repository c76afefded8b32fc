package io.dialgate.bridge.summary;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.wire.Topics;
import io.dialgate.wire.turn.Turns;

/**
 * Counts while it is this instance's turn. Of several instances one counts, since a summary is about all partitions; another
 * takes over when it ends. Two that believe it for a moment do no harm: the later one's transactions lock the earlier one out.
 */
public final class SummaryLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SummaryLoop.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(2);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final SummarySettings settings;
  private final InstantSource clock;
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable String trouble;

  private SummaryLoop(SummarySettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("run-summaries").daemon().unstarted(this::run);
  }

  /** Starts, and returns at once. */
  public static SummaryLoop start(SummarySettings settings, InstantSource clock) {
    var loop = new SummaryLoop(settings, clock);
    loop.thread.start();
    return loop;
  }

  /** Why nothing is counted; empty while it counts, or waits for its turn. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  private void run() {
    while (!isClosed()) {
      try (var turns = new Turns(settings.client(), settings.application() + "-turn", settings.instance(),
          Topics.RUN_SUMMARIES.name(settings.prefix()))) {
        while (!isClosed()) {
          if (turns.isOurs(POLL)) {
            count(turns);
          }
          trouble = null;
        }
      } catch (RuntimeException e) {
        // The broker, the registry, or somebody whose turn it is now: the next attempt begins where the last summary ended.
        if (!isClosed()) {
          trouble = "decisions cannot be summed up: " + e.getMessage();
          LOG.atWarn().setCause(e).log("the counting of decisions begins anew");
          pause();
        }
      }
    }
  }

  private void count(Turns turns) {
    try (var consumer = consumer(); var producer = producer()) {
      var counter = new RunCounter(consumer, producer, settings, clock);
      trouble = null;
      while (!isClosed() && turns.isOurs(Duration.ZERO)) {
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

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  private void pause() {
    try {
      var _ = closed.await(AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed.countDown();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      if (!thread.join(CLOSE_WITHIN)) {
        LOG.atWarn().log("the counting of decisions did not end in time");
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
