package io.dialgate.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.schemas.AuditEntry;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.record.EntryEnvelope;
import io.dialgate.wire.registry.InMemoryRegistry;

/** The schemas module knows topics by file name only; here those names meet the topics themselves. */
class ReleasedSchemasTest {

  private static final String LATEST = "/io/dialgate/schemas/released/4/";
  private static final Set<Topic<?>> PRIVATE = Set.of(Topics.GATE_NOTICES, Topics.RISK_NOTICES,
      Topics.API_KEYS);

  /** What is private to an application may change with a reset, and is promised to nobody. */
  static Stream<Topic<?>> publicAvroTopics() {
    return Topics.ALL.stream().filter(topic -> topic.value() != byte[].class && !PRIVATE.contains(topic));
  }

  @ParameterizedTest
  @MethodSource("publicAvroTopics")
  void shouldHaveReleasedSchemaForEveryPublicTopic(Topic<?> topic) throws IOException {
    // given
    String file = LATEST + topic.shortName() + ".avsc";

    // when
    try (InputStream released = ReleasedSchemasTest.class.getResourceAsStream(file)) {

      // then
      assertThat(released).as("expected %s for a public topic; add it to PublicSchemas and release it", file)
          .isNotNull();
      assertThat(new Schema.Parser().parse(released).getFullName()).isEqualTo(topic.value().getName());
    }
  }

  /** {@link EntryEnvelope} reads them without a registry, for ever. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void shouldBeginEveryVersionOfEntryWithTheSameFields(int version) throws IOException {
    // given
    String file = "/io/dialgate/schemas/released/%d/audit.avsc".formatted(version);

    // when
    try (InputStream released = Objects.requireNonNull(ReleasedSchemasTest.class.getResourceAsStream(file), file)) {
      Schema schema = new Schema.Parser().parse(released);

      // then
      assertThat(schema.getFields().stream().limit(8).map(field -> field.name() + ":" + field.schema().getType()))
          .containsExactly("index:LONG", "log:STRING", "time:LONG", "type:STRING", "subject:STRING", "partition:INT",
              "offset:LONG", "event:BYTES");
    }
  }

  @Test
  void shouldReadEntryWithoutRegistryAsWithOne() {
    // given
    var entry = new AuditEntry(7L, "dialgate.test/audit/3", Instant.parse("2026-03-02T15:00:00.123456Z"),
        "dial-decisions", "+14075551234", 3, 99L, ByteBuffer.wrap(new byte[]{0, 1, 2}), null);

    // when
    byte[] bytes = new AvroCodec<>(AuditEntry.class, new InMemoryRegistry(), "audit-value").encode(entry);

    // then
    assertThat(EntryEnvelope.read(bytes)).hasValueSatisfying(read -> {
      assertThat(read.index()).isEqualTo(7);
      assertThat(read.log()).isEqualTo("dialgate.test/audit/3");
      assertThat(read.time()).isEqualTo(entry.getTime());
      assertThat(read.type()).isEqualTo("dial-decisions");
      assertThat(read.subject()).isEqualTo("+14075551234");
      assertThat(read.partition()).isEqualTo(3);
      assertThat(read.offset()).isEqualTo(99);
      assertThat(read.event()).containsExactly(0, 1, 2);
    });
    for (int length = 0; length < bytes.length - 1; length++) {
      assertThat(EntryEnvelope.read(Arrays.copyOf(bytes, length))).as("cut to %d bytes", length).isEmpty();
    }
    assertThat(EntryEnvelope.read("something else".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }
}
