package io.dialgate.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

import io.dialgate.wire.registry.RegistryUnreachableException;
import io.dialgate.wire.registry.SchemaRegistry;

class PatientRegistryTest {

  private static final Schema SCHEMA = SchemaBuilder.builder().stringType();

  @Test
  void shouldAskAgainUntilTheRegistryAnswers() {
    // given
    var asked = new AtomicInteger();
    var registry = new PatientRegistry(answering(asked, 3), Duration.ofSeconds(30));

    // when, then
    assertThat(registry.register("subject", SCHEMA)).isEqualTo(7);
    assertThat(registry.byId(7)).isEqualTo(SCHEMA);
    assertThat(asked).hasValue(4);
  }

  @Test
  void shouldGiveUpWhenItsPatienceEnds() {
    // given
    var registry = new PatientRegistry(answering(new AtomicInteger(), Integer.MAX_VALUE), Duration.ZERO);

    // when, then
    assertThatThrownBy(() -> registry.byId(7)).isInstanceOf(RegistryUnreachableException.class);
  }

  /** Answers from the n-th question on. */
  private static SchemaRegistry answering(AtomicInteger asked, int from) {
    return new SchemaRegistry() {

      @Override
      public int register(String subject, Schema schema) {
        return answer(7);
      }

      @Override
      public Schema byId(int id) {
        return answer(SCHEMA);
      }

      private <T> T answer(T value) {
        if (asked.incrementAndGet() < from) {
          throw new RegistryUnreachableException("no answer", null);
        }
        return value;
      }
    };
  }
}
