package io.dialgate.runtime.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

import io.dialgate.runtime.settings.Role;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.wire.Topics;

/** The configuration of one Kafka Streams application. */
final class StreamsProperties {

  /** A member that is killed is noticed after this; one that ends says so. */
  private static final Duration SESSION = Duration.ofSeconds(10);

  /** Records that one poll hands to a task's buffers. */
  private static final int POLL_RECORDS = 2_000;

  /** Bytes of a batch: a commit every few milliseconds sends what there is, so that only a load fills them. */
  private static final int BATCH_BYTES = 256 << 10;

  /** Bytes of records that wait in a process's record caches: only the audit's frontier is cached. */
  private static final long CACHE_BYTES = 1 << 20;

  /** The longest time for which a thread waits for records: Kafka Streams' own default. */
  private static final long MAX_POLL_MILLIS = 100;

  private StreamsProperties() {}

  static Properties of(Role role, Settings settings, String bootstrapServers, String instance, RocksDbMemory memory) {
    Map<String, Object> all = new HashMap<>();
    all.putAll(exactlyOnce());
    all.putAll(quick());
    all.putAll(threads(role, settings));
    all.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId(role));
    all.put(StreamsConfig.CLIENT_ID_CONFIG, settings.applicationId(role));
    all.put(StreamsConfig.STATE_DIR_CONFIG, stateDir(settings).toString());
    all.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) settings.topics().replicationFactor());
    all.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    all.put(StreamsConfig.APPLICATION_SERVER_CONFIG, settings.http().reachedAt());
    all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
    all.put(BoundedRocksDb.MEMORY, memory);
    all.put(StreamsConfig.mainConsumerPrefix(CommonClientConfigs.GROUP_INSTANCE_ID_CONFIG), instance);
    all.putAll(settings.client(bootstrapServers));
    all.putAll(settings.streams().settings());
    var properties = new Properties();
    properties.putAll(all);
    return properties;
  }

  /** The folder of every application's state. */
  static Path stateDir(Settings settings) {
    return settings.embedded().dataDir().resolve("streams");
  }

  private static Map<String, Object> exactlyOnce() {
    return Map.of(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, Settings.PROCESSING_GUARANTEE,
        // Waits for records that are on the broker and not fetched yet, and for no others: see ProcessingOrder.
        StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L,
        StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int) SESSION.toMillis());
  }

  private static Map<String, Object> quick() {
    return Map.of(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES,
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLL_RECORDS,
        // Kafka Streams lets records linger for 100 ms by itself.
        StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 5,
        StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES,
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.MAX_COPY_BYTES);
  }

  private static Map<String, Object> threads(Role role, Settings settings) {
    return switch (role) {
      case GATE -> threads(settings.gate().threads(), settings.gate().commitInterval());
      case AUDIT -> threads(settings.audit().threads(), settings.audit().commitInterval());
      case RISK -> threads(settings.risk().threads(), settings.risk().commitInterval());
      case BRIDGE -> throw new IllegalArgumentException("expected a role with a topology, but got " + role);
    };
  }

  private static Map<String, Object> threads(int threads, Duration commitInterval) {
    return Map.of(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads, StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        commitInterval.toMillis(),
        // A thread without records looks whether a commit is due only when it has waited so long for the next one. By default
        // that is 100 ms, and whoever asks one question after the other would wait as long for each answer.
        StreamsConfig.POLL_MS_CONFIG, Math.clamp(commitInterval.toMillis(), 1, MAX_POLL_MILLIS));
  }
}
