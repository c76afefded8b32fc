package io.dialgate.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas module knows topics by file name only; here those names meet the topics themselves. */
class ReleasedSchemasTest {

  private static final String LATEST = "/io/dialgate/schemas/released/2/";
  private static final String PRIVATE = "gate-";

  /** What is private to the gate may change with a reset, and is promised to nobody. */
  static Stream<Topic<?>> publicAvroTopics() {
    return Topics.ALL.stream().filter(topic -> topic.value() != byte[].class && !topic.shortName().startsWith(PRIVATE));
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
}
