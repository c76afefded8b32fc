package io.dialgate.wire.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Whose turn it is, of several instances: that of the one to which a group gives the one partition of a topic. Two can believe
 * it for a moment; what they do must allow for that.
 */
public final class Turns implements AutoCloseable {

  /** An instance that is killed is noticed after this; one that ends says so. */
  private static final Duration SESSION = Duration.ofSeconds(10);

  private final KafkaConsumer<byte[], byte[]> member;

  /**
   * Takes part.
   *
   * @param client of Kafka: the brokers, and what the site hands on
   * @param group whose members take turns; its positions mean nothing
   * @param instance names this one: when it comes back, it has its turn back at once
   * @param topic by its whole name, of one partition; it is not read
   */
  public Turns(Map<String, Object> client, String group, String instance, String topic) {
    Map<String, Object> settings = new HashMap<>(client);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) SESSION.toMillis());
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int) SESSION.dividedBy(4).toMillis());
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    member = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    member.subscribe(List.of(topic));
  }

  /** Whether it is ours. To be asked often: asking is also what tells the group that we are still there. */
  public boolean isOurs(Duration wait) {
    member.poll(wait);
    // Membership is all that is wanted; the records are read by others.
    member.pause(member.assignment());
    return !member.assignment().isEmpty();
  }

  @Override
  public void close() {
    member.close();
  }
}
