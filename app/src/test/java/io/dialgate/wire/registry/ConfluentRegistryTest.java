package io.dialgate.wire.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;

class ConfluentRegistryTest {

  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Schema SCHEMA = SchemaBuilder.record("R").namespace("n").fields().requiredString("a")
      .endRecord();
  private static final String FOUND = "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"R\\\",\\\"namespace\\\":\\\"n\\\","
      + "\\\"fields\\\":[{\\\"name\\\":\\\"a\\\",\\\"type\\\":\\\"string\\\"}]}\"}";
  private static final String NOT_FOUND = "{\"error_code\":40403,\"message\":\"Schema not found\"}";

  private final FakeRegistry fake = new FakeRegistry();
  private final FakeRegistry other = new FakeRegistry();
  private Instant now = Instant.EPOCH;

  @AfterEach
  void stop() {
    fake.close();
    other.close();
  }

  @Test
  void shouldAskOnceForAnIdWhenItIsKnown() {
    // given
    fake.says(200, FOUND);
    try (var registry = registry(fake.url())) {
      // when
      Schema first = registry.byId(7);
      Schema second = registry.byId(7);

      // then
      assertThat(first).isEqualTo(SCHEMA).isSameAs(second);
      assertThat(fake.asked()).containsExactly("GET /schemas/ids/7?format=resolved");
    }
  }

  @Test
  void shouldRegisterOnceUnderThePathOfTheBase() {
    // given
    fake.says(200, "{\"id\":3}");
    try (var registry = registry(fake.url() + "/apis/ccompat/v7/")) {
      // when
      int first = registry.register("a b/c-value", SCHEMA);
      int second = registry.register("a b/c-value", SCHEMA);

      // then
      assertThat(first).isEqualTo(3).isEqualTo(second);
      assertThat(fake.asked()).singleElement().asString()
          .startsWith("POST /apis/ccompat/v7/subjects/a%20b%2Fc-value/versions {\"schema\":\"");
    }
  }

  @Test
  void shouldSendTheWholeSchemaWithoutWhatOnlyJavaNeeds() {
    // given
    Schema schema = DialDecision.getClassSchema();

    // when
    String text = SchemaText.of(schema, Answer.JSON);

    // then
    assertThat(text).doesNotContain("avro.java.string").contains("Where the record came from", "DncEntry");
    assertThat(new Schema.Parser().parse(text).getField("facts").schema().getField("request").schema().getFullName())
        .isEqualTo(DialRequest.class.getName());
  }

  @Test
  void shouldCallAnIdUnknownForAShortTimeOnlyWhenTheRegistryHasNoSuchSchema() {
    // given
    fake.says(404, NOT_FOUND);
    try (var registry = registry(fake.url())) {
      for (int i = 0; i < 1_000; i++) {
        assertThatThrownBy(() -> registry.byId(9)).isInstanceOf(UnknownSchemaException.class).hasMessageContaining("9");
      }
      assertThat(fake.asked()).hasSize(1);

      // when
      fake.says(200, FOUND);
      now = now.plus(ConfluentRegistry.UNKNOWN_FOR);

      // then
      assertThat(registry.byId(9)).isEqualTo(SCHEMA);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void shouldNotAskForAnIdThatNoRegistryGives(int id) {
    // given
    try (var registry = registry(fake.url())) {
      // when
      assertThatThrownBy(() -> registry.byId(id))

          // then
          .isInstanceOf(UnknownSchemaException.class);
      assertThat(fake.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"500|{}", "503|busy", "404|<html>no such page</html>", "404|{\"status\":404}",
      "404|{\"error_code\":404,\"message\":\"HTTP 404 Not Found\"}",
      "401|{\"error_code\":401}", "429|{}", "200|garbage{", "200|[]", "200|{\"schema\":5}", "200|''", "302|{}"})
  void shouldBlameTheRegistryAndNotTheIdWhenTheAnswerMeansNothing(int status, String body) {
    // given
    fake.says(status, body);
    try (var registry = registry(fake.url())) {
      // when
      assertThatThrownBy(() -> registry.byId(1))

          // then
          .isInstanceOf(RegistryUnreachableException.class);
      fake.says(200, FOUND);
      assertThat(registry.byId(1)).isEqualTo(SCHEMA);
    }
  }

  @Test
  void shouldGiveUpWaitingWhenTheRegistryHangs() {
    // given
    fake.hangs();
    try (var registry = registry(fake.url())) {
      // when
      assertThatThrownBy(() -> registry.byId(1))

          // then
          .isInstanceOf(RegistryUnreachableException.class).hasMessageContaining("within");
    }
  }

  @Test
  void shouldGiveUpWaitingWhenTheBodyNeverEnds() {
    // given
    fake.drips();
    try (var registry = registry(fake.url())) {
      // when
      assertThatThrownBy(() -> registry.byId(1))

          // then
          .isInstanceOf(RegistryUnreachableException.class).hasMessageContaining("within");
    }
  }

  @Test
  void shouldNotReadAnAnswerThatIsTooLarge() {
    // given
    fake.says(200, "{\"schema\":\"" + "x".repeat(Endpoints.MAX_ANSWER_BYTES) + "\"}");
    try (var registry = registry(fake.url())) {
      // when
      assertThatThrownBy(() -> registry.byId(1))

          // then
          .isInstanceOf(RegistryUnreachableException.class);
    }
  }

  @Test
  void shouldTryTheNextAddressAndStayWithItWhenTheFirstFails() {
    // given
    fake.says(500, "{}");
    other.says(200, FOUND);
    try (var registry = registry(fake.url() + " , " + other.url())) {
      // when
      registry.byId(1);
      registry.byId(2);

      // then
      assertThat(fake.asked()).hasSize(1);
      assertThat(other.asked()).hasSize(2);
    }
  }

  @Test
  void shouldBelieveTheOneThatHasTheSchemaWhenAnotherHasNotHeardOfItYet() {
    // given
    fake.says(404, NOT_FOUND);
    other.says(200, FOUND);
    try (var registry = registry(fake.url() + "," + other.url())) {
      // when
      Schema schema = registry.byId(1);

      // then
      assertThat(schema).isEqualTo(SCHEMA);
    }
  }

  @Test
  void shouldNameEveryAddressWhenNoneAnswers() {
    // given
    String closed = other.url();
    other.close();
    fake.says(500, "{}");
    try (var registry = registry(closed + "," + fake.url())) {
      // when
      assertThatThrownBy(() -> registry.register("s", SCHEMA))

          // then
          .isInstanceOf(RegistryUnreachableException.class).hasMessageContaining(closed)
          .hasMessageContaining(fake.url());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {409, 422})
  void shouldSayThatASchemaIsRefused(int status) {
    // given
    fake.says(status, "{\"error_code\":%d,\"message\":\"reader lacks a default\"}".formatted(status));
    try (var registry = registry(fake.url())) {
      // when
      assertThatThrownBy(() -> registry.register("dial-requests-value", SCHEMA))

          // then
          .isInstanceOf(IncompatibleSchemaException.class).hasMessageContaining("dial-requests-value")
          .hasMessageContaining("reader lacks a default");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"schema\":\"{}\",\"schemaType\":\"JSON\"}",
      "{\"schema\":\"{\\\"type\\\":\\\"other.Type\\\"}\"}",
      "{\"schema\":\"not even JSON\"}"})
  void shouldCallASchemaUnknownWhenItIsNoWholeAvroSchema(String body) {
    // given
    fake.says(200, body);
    try (var registry = registry(fake.url())) {
      // when
      assertThatThrownBy(() -> registry.byId(1))

          // then
          .isInstanceOf(UnknownSchemaException.class);
    }
  }

  @Test
  void shouldSurviveASchemaThatIsNestedDeeply() {
    // given
    String deep = "{\\\"type\\\":\\\"array\\\",\\\"items\\\":".repeat(20_000) + "\\\"int\\\"" + "}".repeat(20_000);
    fake.says(200, "{\"schema\":\"" + deep + "\"}");
    try (var registry = registry(fake.url())) {
      // when
      assertThatThrownBy(() -> registry.byId(1))

          // then
          .isInstanceOf(UnknownSchemaException.class);
    }
  }

  @Test
  void shouldForgetTheOldestWhenTheBoundIsReached() {
    // given
    Recent<Integer, String> recent = new Recent<>(2);
    recent.put(1, "one");
    recent.put(2, "two");
    recent.get(1);

    // when
    recent.put(3, "three");

    // then
    assertThat(recent.size()).isEqualTo(2);
    assertThat(recent.get(2)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost:8081", "ftp://x", "http://a,", "http://", "http://a b", "http://a?q=1"})
  void shouldRefuseWhatIsNoAddress(String urls) {
    // given
    // when
    assertThatThrownBy(() -> registry(urls))

        // then
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("schema.registry.url");
  }

  @Test
  void shouldStopWaitingWhenInterrupted() {
    // given
    fake.hangs();
    try (var registry = registry(fake.url())) {
      Thread.currentThread().interrupt();

      // when
      assertThatThrownBy(() -> registry.byId(1))

          // then
          .isInstanceOf(RegistryUnreachableException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  private ConfluentRegistry registry(String urls) {
    return new ConfluentRegistry(urls, SHORT, () -> now);
  }
}
