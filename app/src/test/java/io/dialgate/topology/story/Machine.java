package io.dialgate.topology.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.gate.Gate;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.place.Atlas;
import io.dialgate.domain.policy.Limits;
import io.dialgate.domain.policy.ListsOnlyPolicy;
import io.dialgate.domain.policy.PolicyDocuments;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.numbering.place.NumberAtlas;
import io.dialgate.rules.BookDocuments;
import io.dialgate.topology.GateObserver;
import io.dialgate.topology.gate.GateInputs;
import io.dialgate.topology.gate.GateSettings;
import io.dialgate.topology.gate.GateTopology;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.registry.InMemoryRegistry;

/** The gate's topology in the test driver, and everything that goes in and comes out as bytes. */
final class Machine implements AutoCloseable {

  static final String PREFIX = "test.";
  private static final String APPLICATION = "gate";
  private static final String FOLDER = "gate-story";

  /** Linux's file system in memory: a history opens and closes stores by the hundred, and a disk syncs each time. */
  private static final Path MEMORY_DISK = Path.of("/dev/shm");
  private static final Numbering NUMBERING = new LibPhoneNumbering();
  private static final Atlas ATLAS = new NumberAtlas();
  private static final PolicyDocuments DOCUMENTS = new BookDocuments();

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final Changelog changelog = new Changelog(APPLICATION);
  private final Map<Topic<?>, List<Written<byte[]>>> written = new HashMap<>();
  private final Clock clock;
  private Path folder;
  private TopologyTestDriver driver;

  Machine(Clock clock) {
    this.clock = clock;
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
    changelog.rebuild(settings(), folder.resolve(APPLICATION).resolve("0_0"));
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
    var limits = new Limits(GateStory.ALLOWANCE, GateStory.REQUEST_MAX_AGE);
    var inputs = new GateInputs(PREFIX, registry, NUMBERING, DOCUMENTS, limits.requestMaxAge());
    var topology = new GateTopology(new GateSettings(1, inputs, new Gate(ATLAS, limits, GateStory.MEMORY), limits,
        ListsOnlyPolicy.of(GateStory.REQUEST_MAX_AGE), clock, GateObserver.NONE)).build();
    return new TopologyTestDriver(topology, settings(), clock.instant());
  }

  private Properties settings() {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION);
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
