package io.dialgate.schemas;

import static org.apache.avro.SchemaCompatibility.checkReaderWriterCompatibility;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Any version reads what any other wrote, so that producers and consumers need not be upgraded in step. */
class CompatibilityTest {

  private static final int RECORDS = 50;

  static Stream<Arguments> released() {
    return Releases.versions().stream().flatMap(version -> Releases.schemas(version).entrySet().stream().map(
        schema -> Arguments.of(version, schema.getKey(), schema.getValue(),
            PublicSchemas.BY_TOPIC.get(schema.getKey()))));
  }

  @ParameterizedTest(name = "version {0} of {1}")
  @MethodSource("released")
  void shouldBeDeclaredCompatibleBothWays(int version, String topic, Schema released, Schema current) {
    // when
    var backward = checkReaderWriterCompatibility(current, released);
    var forward = checkReaderWriterCompatibility(released, current);

    // then
    assertThat(backward.getType()).as("the current %s reads version %d: %s", topic, version, backward.getDescription())
        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    assertThat(forward.getType()).as("version %d of %s reads the current one: %s", version, topic,
        forward.getDescription()).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
  }

  @ParameterizedTest(name = "version {0} of {1}")
  @MethodSource("released")
  void shouldReadRealRecordsBothWays(int version, String topic, Schema released, Schema current) {
    for (Map.Entry<Schema, Schema> way : Map.of(released, current, current, released).entrySet()) {
      for (Object written : Records.random(way.getKey(), RECORDS)) {
        // when
        byte[] bytes = Records.encode(way.getKey(), written);
        Object read = Records.decode(way.getKey(), way.getValue(), bytes);
        byte[] again = Records.encode(way.getValue(), read);

        // then
        assertThat(Records.decode(way.getValue(), way.getKey(), again)).as("%s, version %d", topic, version)
            .isEqualTo(
                Records.asKnownTo(way.getValue(), way.getKey(), Records.decode(way.getKey(), way.getKey(), bytes)));
      }
    }
  }
}
