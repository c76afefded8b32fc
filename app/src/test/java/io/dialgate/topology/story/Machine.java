package io.dialgate.topology.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiFunction;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.registry.InMemoryRegistry;
import io.dialgate.wire.registry.SchemaRegistry;

/** A topology in the test driver, and everything that goes in and comes out as bytes. */
final class Machine implements AutoCloseable {

  static final String PREFIX = "test.";
  private static final String FOLDER = "dialgate-story";

  /** Linux's file system in memory: a history opens and closes stores by the hundred, and a disk syncs each time. */
  private static final Path MEMORY_DISK = Path.of("/dev/shm");

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final Changelog changelog;
  private final String application;
  private final BiFunction<SchemaRegistry, InstantSource, Topology> topology;
  private final Map<Topic<?>, List<Written<byte[]>>> written = new HashMap<>();
  private final Clock clock;
  private Path folder;
  private TopologyTestDriver driver;

  /**
   * A machine that runs.
   *
   * @param application its name
   * @param topology makes it, with that registry and by that clock
   */
  Machine(Clock clock, String application, BiFunction<SchemaRegistry, InstantSource, Topology> topology) {
    this.clock = clock;
    this.application = application;
    this.topology = topology;
    this.changelog = new Changelog(application);
    this.folder = newFolder();
    this.driver = newDriver();
  }

  void produce(Topic<?> topic, byte @Nullable [] key, byte @Nullable [] value, Instant time, Headers headers) {
    driver.createInputTopic(topic.name(PREFIX), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(key, value, headers, time));
    collect();
  }

  <R extends SpecificRecord> byte[] encoded(Topic<R> topic, R record) {
    return new AvroCodec<>(topic.value(), registry, topic.subject(PREFIX).orElseThrow()).encode(record);
  }

  /** All that was ever written to a topic, as bytes. */
  List<Written<byte[]>> written(Topic<?> topic) {
    return written.getOrDefault(topic, List.of());
  }

  <R extends SpecificRecord> Deserializer<R> deserializer(Topic<R> topic) {
    return new AvroDeserializer<>(topic.value(), registry);
  }

  /** How many rows a store holds. */
  long rows(String store) {
    try (var all = driver.<Object, Object>getKeyValueStore(store).all()) {
      long rows = 0;
      for (; all.hasNext(); all.next()) {
        rows++;
      }
      return rows;
    }
  }

  void passTime(Duration time) {
    clock.move(time);
    driver.advanceWallClockTime(time);
    collect();
  }

  /** The earliest time of any record of a store's changelog, in milliseconds. */
  long earliestOfChangelog() {
    changelog.follow(driver);
    return changelog.earliest();
  }

  /** Ends the application and, later, starts it on another machine, which has nothing but the changelogs. */
  void restart(Duration later) {
    changelog.follow(driver);
    close();
    clock.move(later);
    folder = newFolder();
    changelog.rebuild(settings(), folder.resolve(application).resolve("0_0"));
    driver = newDriver();
  }

  @Override
  public void close() {
    driver.close();
    delete(folder);
  }

  private void collect() {
    for (Topic<?> topic : Topics.ALL) {
      if (driver.producedTopicNames().contains(topic.name(PREFIX))) {
        driver.createOutputTopic(topic.name(PREFIX), new ByteArrayDeserializer(), new ByteArrayDeserializer())
            .readRecordsToList().forEach(record -> written.computeIfAbsent(topic, it -> new ArrayList<>())
                .add(new Written<>(text(record.key()), record.value(), record.headers(), record.timestamp())));
      }
    }
  }

  private TopologyTestDriver newDriver() {
    return new TopologyTestDriver(topology.apply(registry, clock), settings(), clock.instant());
  }

  private Properties settings() {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    return settings;
  }

  private static @Nullable String text(byte @Nullable [] key) {
    return key == null ? null : new String(key, StandardCharsets.UTF_8);
  }

  private static Path newFolder() {
    try {
      return Files.isWritable(MEMORY_DISK)
          ? Files.createTempDirectory(MEMORY_DISK, FOLDER)
          : Files.createTempDirectory(FOLDER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
