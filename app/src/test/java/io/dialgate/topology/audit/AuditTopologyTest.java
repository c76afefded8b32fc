package io.dialgate.topology.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.tile.EntryBundle;
import io.dialgate.schemas.AuditEntry;
import io.dialgate.topology.audit.CommittedLog.Last;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroDeserializer;
import io.dialgate.wire.registry.InMemoryRegistry;

/** What is copied to a log, how it is numbered, and when a task refuses to go on with a log. */
class AuditTopologyTest {

  private static final String PREFIX = "test.";
  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
  private static final byte[] NUMBER = "+14075551234".getBytes(StandardCharsets.UTF_8);

  @TempDir
  private Path folder;

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private Optional<Last> committed = Optional.empty();

  @Test
  void shouldNumberEveryFactWithoutGapWhateverItsTopic() {
    try (TopologyTestDriver driver = driver()) {
      // given
      facts(driver, Topics.DIAL_DECISIONS.name(PREFIX), 3, 100);

      // when
      facts(driver, Topics.CONSENTS.name(PREFIX), 2, 100);

      // then
      assertThat(entries(driver)).extracting(AuditEntry::getIndex, AuditEntry::getType).containsExactly(
          tuple(0, "dial-decisions"), tuple(1, "dial-decisions"), tuple(2, "dial-decisions"), tuple(3, "consents"),
          tuple(4, "consents"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16_384, LogProcessor.MAX_EVENT_BYTES - 36})
  void shouldCopyEveryByteOfFactUpToBound(int length) {
    try (TopologyTestDriver driver = driver()) {
      // when
      facts(driver, Topics.POLICIES.name(PREFIX), 1, length);

      // then
      assertThat(entries(driver)).singleElement().satisfies(entry -> {
        assertThat(entry.getEvent().remaining()).isEqualTo(length);
        assertThat(entry.getOmitted()).isNull();
      });
    }
  }

  @ParameterizedTest
  @CsvSource({"63965, 12", "2000000, 12", "10, 60000", "2000000, 1000000"})
  void shouldNameFactThatIsTooLongByItsHash(int length, int key) {
    try (TopologyTestDriver driver = driver()) {
      // given
      byte[] longKey = new byte[key];
      Arrays.fill(longKey, (byte) 0xff);

      // when
      driver.createInputTopic(Topics.POLICIES.name(PREFIX), new ByteArraySerializer(), new ByteArraySerializer())
          .pipeInput(longKey, new byte[length]);

      // then
      byte[] leaf = leaves(driver).getFirst();
      assertThat(leaf).hasSizeLessThanOrEqualTo(EntryBundle.MAX_ENTRY_BYTES);
      AuditEntry entry = decoded(leaf);
      assertThat(entry.getEvent().remaining()).isZero();
      assertThat(entry.getOmitted().getLength()).isEqualTo(length);
      assertThat(entry.getOmitted().getSha256().remaining()).isEqualTo(32);
    }
  }

  /** Three bytes of UTF-8 for each byte that is no text, the longest origin, the largest numbers: still an entry. */
  @Test
  void shouldKeepLargestEntryWithinWhatTileCanHold() {
    try (TopologyTestDriver driver = driver("o".repeat(200))) {
      // given
      byte[] key = new byte[10_000];
      Arrays.fill(key, (byte) 0xff);

      // when
      driver.createInputTopic(Topics.OPT_OUT_DISPOSITIONS.name(PREFIX), new ByteArraySerializer(),
          new ByteArraySerializer()).pipeInput(key, new byte[LogProcessor.MAX_EVENT_BYTES - 30_000]);

      // then
      byte[] leaf = leaves(driver).getFirst();
      assertThat(decoded(leaf).getOmitted()).isNull();
      assertThat(leaf).hasSizeBetween(LogProcessor.MAX_EVENT_BYTES, EntryBundle.MAX_ENTRY_BYTES);
    }
  }

  @Test
  void shouldGoOnWhereRestoredStateAndTopicAgree() {
    // given
    Map<String, byte[]> state;
    byte[] last;
    try (TopologyTestDriver driver = driver()) {
      facts(driver, Topics.DIAL_DECISIONS.name(PREFIX), 5, 100);
      last = leaves(driver).getLast();
      state = state(driver);
    }

    // when
    LogEnd end = restored(state);

    // then
    assertThat(end.agreesWith(Optional.of(new Last(4, new LeafHash().of(last))))).isTrue();
    assertThat(end.size()).isEqualTo(5);
  }

  @Test
  void shouldSeeThatTopicHasMoreOrLessOrOtherEntriesThanRestoredState() {
    // given
    Map<String, byte[]> state;
    byte[] last;
    try (TopologyTestDriver driver = driver()) {
      facts(driver, Topics.DIAL_DECISIONS.name(PREFIX), 5, 100);
      last = new LeafHash().of(leaves(driver).getLast());
      state = state(driver);
    }
    byte[] other = last.clone();
    other[31] ^= 1;

    // when
    LogEnd end = restored(state);

    // then
    assertThat(end.agreesWith(Optional.of(new Last(5, last)))).isFalse();
    assertThat(end.agreesWith(Optional.of(new Last(3, last)))).isFalse();
    assertThat(end.agreesWith(Optional.of(new Last(4, other)))).isFalse();
    assertThat(end.agreesWith(Optional.empty())).isFalse();
    assertThat(end.isAheadOf(Optional.of(new Last(3, last)))).isTrue();
    assertThat(end.isAheadOf(Optional.of(new Last(5, last)))).isFalse();
  }

  @Test
  void shouldNotStartWhereTopicHasEntriesThatStateDoesNotKnow() {
    // given
    committed = Optional.of(new Last(0, new byte[32]));

    // when / then
    assertThatThrownBy(this::driver).hasStackTraceContaining("BrokenLog").hasStackTraceContaining(
        "expected log dialgate.test/audit/0 to end where its task's restored state ends (0 entries")
        .hasStackTraceContaining("but the topic has 1 entries");
  }

  private static Tuple tuple(long index, String type) {
    return Tuple.tuple(index, type);
  }

  private void facts(TopologyTestDriver driver, String topic, int count, int length) {
    var input = driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    for (int i = 0; i < count; i++) {
      input.pipeInput(NUMBER, new byte[length]);
    }
  }

  private List<AuditEntry> entries(TopologyTestDriver driver) {
    return leaves(driver).stream().map(this::decoded).toList();
  }

  private AuditEntry decoded(byte[] leaf) {
    return Objects.requireNonNull(new AvroDeserializer<>(AuditEntry.class, registry).deserialize("", leaf));
  }

  private static List<byte[]> leaves(TopologyTestDriver driver) {
    return driver.createOutputTopic(Topics.AUDIT.name(PREFIX), new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readValuesToList();
  }

  private static Map<String, byte[]> state(TopologyTestDriver driver) {
    KeyValueStore<String, byte[]> store = driver.getKeyValueStore(LogProcessor.FRONTIERS);
    Map<String, byte[]> rows = new HashMap<>();
    store.all().forEachRemaining(row -> rows.put(row.key, row.value));
    return rows;
  }

  /** As a task finds it after its store was restored. */
  private LogEnd restored(Map<String, byte[]> rows) {
    try (TopologyTestDriver driver = driver()) {
      KeyValueStore<String, byte[]> store = driver.getKeyValueStore(LogProcessor.FRONTIERS);
      new ArrayList<>(rows.entrySet()).forEach(row -> store.put(row.getKey(), row.getValue()));
      return LogEnd.restored(store);
    }
  }

  private TopologyTestDriver driver() {
    return driver("dialgate.test/audit");
  }

  private TopologyTestDriver driver(String origin) {
    var settings = new AuditSettings(PREFIX, origin, registry, Clock.fixed(NOW, ZoneOffset.UTC), _ -> committed);
    var properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "audit");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    return new TopologyTestDriver(new AuditTopology(settings).build(), properties, NOW);
  }
}
