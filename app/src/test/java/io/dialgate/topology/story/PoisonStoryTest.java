package io.dialgate.topology.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.schemas.AlertKind;
import io.dialgate.topology.story.Vandal.Input;

/** What cannot be taken lands in rejected-records, one for one, and its neighbours are decided. */
class PoisonStoryTest {

  private static final String ANN = "+12025550101";
  private static final int MAX_BYTES = 16 * 1024;

  @AutoClose
  private final GateStory gate = new GateStory();

  /** What a vandal makes of a good record. */
  @FunctionalInterface
  interface Poison {
    void write(Vandal vandal, Input input, byte[] good);
  }

  static Stream<Arguments> poisons() {
    return Stream.of(poison("NULL_KEY", (vandal, input, good) -> vandal.writes(input, null, good)),
        poison("NULL_VALUE", (vandal, input, good) -> vandal.writes(input, ANN, null)),
        poison("TOO_LARGE", (vandal, input, good) -> vandal.writes(input, ANN, new byte[MAX_BYTES - ANN.length() + 1])),
        poison("UNREADABLE", (vandal, input, good) -> vandal.writes(input, ANN, new byte[MAX_BYTES - ANN.length()])),
        poison("UNREADABLE", (vandal, input, good) -> vandal.writes(input, ANN, new byte[0])),
        poison("UNREADABLE",
            (vandal, input, good) -> vandal.writes(input, ANN, "{\"json\":true}".getBytes(StandardCharsets.UTF_8))),
        poison("UNREADABLE", (vandal, input, good) -> vandal.writes(input, ANN, Vandal.truncated(good))),
        poison("UNREADABLE", (vandal, input, good) -> vandal.writes(input, ANN, Vandal.ofUnknownSchema(good))),
        poison("UNREADABLE", (vandal, input, good) -> vandal.writes(input, ANN, Vandal.withGarbage(good))),
        poison("BAD_TIMESTAMP", (vandal, input, good) -> vandal.writes(input, ANN, good, Instant.ofEpochMilli(-1))),
        poison("BAD_TIMESTAMP", (vandal, input, good) -> vandal.writes(input, ANN, good,
            Clock.START.plus(Duration.ofHours(1)).plusMillis(1))),
        poison("BAD_TIMESTAMP",
            (vandal, input, good) -> vandal.writes(input, ANN, good, Instant.ofEpochMilli(Long.MAX_VALUE))));
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("poisons")
  void shouldRejectAPoisonedRequestAndDecideItsNeighbours(String code, Poison poison) {
    // given
    Vandal vandal = gate.vandal();
    String before = gate.dialler("genesys").asks(ANN).forCampaign("spring");

    // when
    poison.write(vandal, Input.REQUESTS, vandal.request(ANN));
    String after = gate.dialler("genesys").asks(ANN).forCampaign("spring");

    // then
    assertThat(gate.answers(before)).containsExactly("ALLOW");
    assertThat(gate.answers(after)).containsExactly("ALLOW");
    assertThat(gate.decisions()).hasSize(2);
    assertRejected(code, Input.REQUESTS, 1);
    assertThat(gate.alerts(AlertKind.OPT_OUT_REJECTED)).isEmpty();
  }

  @ParameterizedTest(name = "{index} {0}")
  @MethodSource("poisons")
  void shouldRejectAPoisonedOptOutWithAnAlert(String code, Poison poison) {
    // given
    Vandal vandal = gate.vandal();

    // when
    poison.write(vandal, Input.OPT_OUTS, vandal.optOut(ANN));
    gate.person("+12025550102").optsOut();

    // then
    assertRejected(code, Input.OPT_OUTS, 0);
    assertThat(gate.table("+12025550102")).hasSize(1);
    assertThat(gate.table(ANN)).isEmpty();
    assertThat(gate.alerts(AlertKind.OPT_OUT_REJECTED)).singleElement()
        .satisfies(alert -> assertThat(alert.getDetails()).containsEntry("offset", "0"));
  }

  @Test
  void shouldTakeARecordThatIsAsFarAheadAsMayBe() {
    // given
    Vandal vandal = gate.vandal();

    // when
    vandal.writes(Input.REQUESTS, ANN, vandal.request(ANN), Clock.START.plus(Duration.ofHours(1)));
    vandal.writes(Input.REQUESTS, ANN, vandal.request(ANN), Instant.EPOCH);

    // then
    assertThat(gate.rejected()).isEmpty();
    assertThat(gate.decisions()).hasSize(2);
  }

  @Test
  void shouldKeepTheOriginalBytesAndHeaders() {
    // given
    byte[] bytes = {1, 2, 3};

    // when
    gate.vandal().writes(Input.REQUESTS, "key", bytes);

    // then
    Written<byte[]> record = gate.rejected().getFirst();
    assertThat(record.key()).isEqualTo("key");
    assertThat(record.value()).isEqualTo(bytes);
    assertThat(record.header("trace")).isEqualTo("abc");
    assertThat(record.header("dialgate.error.timestamp")).isEqualTo(Long.toString(gate.now().toEpochMilli()));
  }

  @Test
  void shouldKeepOnlyTheBeginningOfWhatNoTopicCouldHold() {
    // when
    gate.vandal().writes(Input.REQUESTS, ANN, new byte[(1 << 20) + 1]);

    // then
    Written<byte[]> record = gate.rejected().getFirst();
    assertThat(record.said()).hasSize(1 << 20);
    assertThat(record.header("dialgate.error.message")).contains("but got " + ((1 << 20) + 1 + ANN.length()));
  }

  @Test
  void shouldRaiseAnAlertForAHoldThatCannotBeTaken() {
    // when
    gate.hold("letters");

    // then
    assertRejected("UNUSABLE_NUMBER", Input.ACTIONS, 0);
    assertThat(gate.alerts(AlertKind.OPT_OUT_REJECTED)).singleElement()
        .satisfies(alert -> assertThat(alert.getSubject()).isEqualTo(Input.ACTIONS.topic()));
  }

  @Test
  void shouldRefuseARemovalFromTheFutureButNoAddition() {
    // given
    Instant ahead = gate.now().plus(Duration.ofHours(1)).plusNanos(1_000);
    gate.person(ANN).optsOut();

    // when
    gate.person(ANN).optsIn(wish -> wish.setOccurredAt(ahead));
    gate.person("+12025550102").optsOut(wish -> wish.setOccurredAt(Instant.parse("9999-12-31T00:00:00Z")));

    // then
    assertRejected("BAD_FIELD", Input.OPT_OUTS, 1);
    assertThat(gate.table(ANN)).hasSize(1);
    assertThat(gate.table("+12025550102")).hasSize(1);
  }

  private void assertRejected(String code, Input input, int offset) {
    assertThat(gate.rejected()).singleElement().satisfies(record -> {
      assertThat(record.header("dialgate.error.code")).isEqualTo(code);
      assertThat(record.header("dialgate.error.message")).startsWith(code.equals("UNREADABLE") ? "" : "expected ");
      assertThat(record.header("dialgate.error.topic")).isEqualTo(input.topic());
      assertThat(record.header("dialgate.error.partition")).isEqualTo("0");
      assertThat(record.header("dialgate.error.offset")).isEqualTo(Integer.toString(offset));
      assertThat(record.header("dialgate.error.timestamp")).isNotNull();
    });
  }

  private static Arguments poison(@Nullable String code, Poison poison) {
    return Arguments.of(code, poison);
  }
}
