package io.dialgate.domain.gate;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.domain.dnc.Said.added;
import static io.dialgate.domain.policy.Asks.NUMBER;
import static io.dialgate.domain.policy.Asks.POLICY;
import static io.dialgate.domain.policy.Asks.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.policy.Asks;
import io.dialgate.domain.policy.Case;

class DeciderTest {

  private static final Duration VALIDITY = Duration.ofMinutes(15);
  private static final Decider DECIDER = new Decider(POLICY, VALIDITY);

  static Stream<Arguments> lastInstants() {
    return Stream.of(Arguments.of(null, NOON.plus(VALIDITY)),
        Arguments.of(NOON.plusSeconds(60), NOON.plusSeconds(60)),
        Arguments.of(NOON.plus(VALIDITY), NOON.plus(VALIDITY)),
        Arguments.of(NOON.plus(VALIDITY).plusSeconds(1), NOON.plus(VALIDITY)), Arguments.of(NOON, NOON));
  }

  @ParameterizedTest
  @MethodSource("lastInstants")
  void shouldBeValidUntilTheSoonerOfBoth(@Nullable Instant dialBy, Instant validUntil) {
    // when
    Decision decision = DECIDER.answer(request("r").dialBy(dialBy).facing());

    // then
    assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
    assertThat(decision.validUntil()).isEqualTo(validUntil);
    assertThat(decision.retryAt()).isNull();
    assertThat(decision.policy()).isEqualTo(POLICY.hash());
  }

  static Stream<Arguments> obstacles() {
    ListEvent minute = added("a").until(NOON.plusSeconds(60)).event();
    ListEvent hour = added("b").on("other").until(NOON.plusSeconds(3600)).event();
    ListEvent permanent = added("c").on("third").event();
    return Stream.of(Arguments.of("one that passes", request("r").facing(minute), NOON.plusSeconds(60)),
        Arguments.of("two that pass", request("r").facing(hour, minute), NOON.plusSeconds(3600)),
        Arguments.of("one of them stays", request("r").facing(hour, permanent, minute), null),
        Arguments.of("one that is for others", request("r").facing(minute, added("d").scope("brand:other").event()),
            NOON.plusSeconds(60)),
        Arguments.of("a note beside it",
            Asks.from(request("r").facing(minute), new Case.Rekeyed("dial-requests", 0, 1)), NOON.plusSeconds(60)),
        Arguments.of("no number", Asks.read(request("r").facing(minute), new Reading.Possible(NUMBER, "unknown")),
            null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("obstacles")
  void shouldSayWhenTheLastObstacleHasPassed(String name, Case call, @Nullable Instant retryAt) {
    // when
    Decision decision = DECIDER.answer(call);

    // then
    assertThat(decision.verdict()).isEqualTo(Verdict.SUPPRESS);
    assertThat(decision.validUntil()).isNull();
    assertThat(decision.retryAt()).isEqualTo(retryAt);
    assertThat(decision.facts()).isSameAs(call);
  }

  @Test
  void shouldAllowWithANoteThatDoesNotBlock() {
    // when
    Decision decision = DECIDER.answer(Asks.from(request("r").facing(), new Case.Rekeyed("dial-requests", 0, 1)));

    // then
    assertThat(decision.verdict()).isEqualTo(Verdict.ALLOW);
    assertThat(decision.findings()).hasSize(1);
  }

  @Test
  void shouldRecallOnlyForAnEntryThatBinds() {
    // when
    Decision bound = DECIDER.reconsider(request("r").facing(added("a").until(NOON.plusSeconds(60)).event()));
    Decision free = DECIDER.reconsider(request("r").facing(added("a").scope("brand:other").event()));

    // then
    assertThat(free).isNull();
    assertThat(bound).isNotNull().satisfies(decision -> {
      assertThat(decision.verdict()).isEqualTo(Verdict.RECALL);
      assertThat(decision.retryAt()).isEqualTo(NOON.plusSeconds(60));
    });
  }
}
