package io.dialgate.bridge.outbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.bridge.delivery.Courier;
import io.dialgate.bridge.feed.Feed;
import io.dialgate.wire.Topics;

/**
 * Delivers what some topics say to one destination: each record at least once, with the same idempotency key each time; two words
 * about one number never in the wrong order.
 *
 * <p>It has a thread and a consumer group of its own. While the destination is paused, or cannot be reached, its partitions are
 * paused and its place in the group is kept; everybody else goes on.
 */
public final class Outbox implements AutoCloseable {

  /** Records that are delivered and committed together, at most. */
  static final int MAX_ROUND = 2_500;

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(20);

  private final OutboxLoop loop;
  private final Courier courier;
  private final Thread thread;

  private Outbox(OutboxLoop loop, Courier courier) {
    this.loop = loop;
    this.courier = courier;
    this.thread = Thread.ofPlatform().name("bridge-" + courier.destination().name()).unstarted(loop);
  }

  /**
   * Starts one.
   *
   * @param feeds what it delivers
   * @param observer is told what became of it
   */
  public static Outbox start(OutboxSettings settings, List<Feed<?>> feeds, Courier courier, OutboxObserver observer,
      InstantSource clock) {
    var consumer = new KafkaConsumer<>(reading(settings), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    var producer = new KafkaProducer<>(writing(settings), new ByteArraySerializer(), new ByteArraySerializer());
    var putDown = new PutDown(producer, settings, courier.destination().name(), clock);
    var mailroom = new Mailroom(settings, feeds, courier.destination().name());
    var outbox = new Outbox(
        new OutboxLoop(consumer, producer, new Delivery(courier, putDown, observer), mailroom, clock), courier);
    outbox.loop.hold(settings.paused());
    outbox.thread.start();
    return outbox;
  }

  /** The destination's name. */
  public String destination() {
    return courier.destination().name();
  }

  /** How its breaker is: {@code CLOSED}, {@code OPEN} or {@code HALF_OPEN}. */
  public String breaker() {
    return courier.gateway().state().name();
  }

  /** About how many records it has still to look at. */
  public long backlog() {
    return loop.backlog();
  }

  /** The age of the oldest item that it knows of and has not delivered; zero if there is none. */
  public Duration oldestUndelivered() {
    return loop.oldest();
  }

  /** Keeps everything back from now on, until {@link #resume}; what is under way still arrives. */
  public void pause() {
    loop.hold(true);
  }

  /** Goes on. */
  public void resume() {
    loop.hold(false);
  }

  /** Why it does not work any more, if it does not. A destination that cannot be reached is no reason. */
  public Optional<String> trouble() {
    return loop.trouble();
  }

  @Override
  public void close() {
    loop.stop();
    try {
      if (!thread.join(ENDS_WITHIN)) {
        LOG.atWarn().addKeyValue("destination", destination()).log("did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, Object> reading(OutboxSettings settings) {
    Map<String, Object> client = new HashMap<>(settings.client());
    client.put(ConsumerConfig.GROUP_ID_CONFIG, settings.group());
    client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    client.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    client.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MAX_ROUND);
    return client;
  }

  private static Map<String, Object> writing(OutboxSettings settings) {
    Map<String, Object> client = new HashMap<>(settings.client());
    client.put(ProducerConfig.ACKS_CONFIG, "all");
    client.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    client.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.MAX_COPY_BYTES);
    return client;
  }
}
