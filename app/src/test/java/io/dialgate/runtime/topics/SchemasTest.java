package io.dialgate.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.dialgate.schemas.DialDecision;
import io.dialgate.wire.Topics;

class SchemasTest {

  @Test
  void shouldRegisterSchemaOfEveryAvroTopicUnderItsSubject() {
    // given
    List<String> schemas = new ArrayList<>();

    // when
    Map<String, Integer> ids = Schemas.register(Topics.ALL, "x.", (subject, schema) -> {
      schemas.add(schema.getFullName());
      return schemas.size();
    });

    // then
    assertThat(ids).containsKey("x.dial-requests-value").doesNotContainKey("x.rejected-records-value");
    assertThat(ids.keySet()).hasSize((int) Topics.ALL.stream().filter(topic -> topic.value() != byte[].class).count());
    assertThat(schemas).contains(DialDecision.getClassSchema().getFullName());
  }
}
