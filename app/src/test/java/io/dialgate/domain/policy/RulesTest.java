package io.dialgate.domain.policy;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.domain.dnc.Said.added;
import static io.dialgate.domain.policy.Asks.MAX_AGE;
import static io.dialgate.domain.policy.Asks.NUMBER;
import static io.dialgate.domain.policy.Asks.POLICY;
import static io.dialgate.domain.policy.Asks.request;
import static io.dialgate.domain.policy.FindingCode.ATTEMPT_CAP;
import static io.dialgate.domain.policy.FindingCode.DUPLICATE_REQUEST;
import static io.dialgate.domain.policy.FindingCode.INVALID_NUMBER;
import static io.dialgate.domain.policy.FindingCode.REKEYED;
import static io.dialgate.domain.policy.FindingCode.REQUEST_EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.policy.Case.Rekeyed;

/** The rules of the built-in policy that ask about something else than lists. */
class RulesTest {

  private static final Duration MICRO = Duration.ofNanos(1_000);

  static Stream<Arguments> cases() {
    Case plain = request("r").facing();
    return Stream.of(Arguments.of("nothing to find", plain, List.of()),
        Arguments.of("possible number", Asks.read(plain, new Reading.Possible(NUMBER, "unknown")),
            List.of(INVALID_NUMBER)),
        Arguments.of("no number", Asks.read(plain, new Reading.Unusable("letters")), List.of(INVALID_NUMBER)),
        Arguments.of("id used before", Asks.remembering(plain, NOON, 0), List.of(DUPLICATE_REQUEST)),
        Arguments.of("as many allowances as can be open but one", Asks.remembering(plain, null, 63), List.of()),
        Arguments.of("as many allowances as can be open", Asks.remembering(plain, null, 64), List.of(ATTEMPT_CAP)),
        Arguments.of("as old as can be", request("r").at(NOON.minus(MAX_AGE)).facing(), List.of()),
        Arguments.of("too old", request("r").at(NOON.minus(MAX_AGE).minus(MICRO)).facing(), List.of(REQUEST_EXPIRED)),
        Arguments.of("from the future", request("r").at(NOON.plus(MAX_AGE)).facing(), List.of()),
        Arguments.of("in the last instant", request("r").dialBy(NOON).facing(), List.of()),
        Arguments.of("after the last instant", request("r").dialBy(NOON.minus(MICRO)).facing(),
            List.of(REQUEST_EXPIRED)),
        Arguments.of("too old for both",
            request("r").at(NOON.minus(MAX_AGE).minus(MICRO)).dialBy(NOON.minus(MICRO)).facing(),
            List.of(REQUEST_EXPIRED)),
        Arguments.of("too old, however long there is to dial",
            request("r").at(NOON.minus(MAX_AGE).minus(MICRO)).dialBy(NOON.plus(MAX_AGE)).facing(),
            List.of(REQUEST_EXPIRED)),
        Arguments.of("sent on", Asks.from(plain, new Rekeyed("dial-requests", 3, 77)), List.of(REKEYED)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void shouldFindNothingElse(String name, Case call, List<FindingCode> codes) {
    // when / then
    assertThat(POLICY.examine(call)).extracting(Finding::code).containsExactlyElementsOf(codes);
  }

  @Test
  void shouldFindAllThatThereIs() {
    // given
    Case call = Asks.from(Asks.remembering(Asks.read(request("r").dialBy(NOON.minus(MICRO)).facing(added("a").event()),
        new Reading.Possible(NUMBER, "unknown")), NOON, 64), new Rekeyed("dial-requests", 3, 77));

    // when / then
    assertThat(POLICY.examine(call)).extracting(Finding::code).containsExactly(INVALID_NUMBER,
        FindingCode.CUSTOMER_REQUEST, DUPLICATE_REQUEST, ATTEMPT_CAP, REQUEST_EXPIRED, REKEYED);
    assertThat(POLICY.examine(call)).allSatisfy(finding -> {
      assertThat(finding.citation()).isNotBlank();
      assertThat(finding.observed()).isNotBlank();
    });
  }

  @Test
  void shouldTakeBackOnlyForWhatListsSay() {
    // given
    Case call = Asks.remembering(request("r").dialBy(NOON.minus(MICRO)).facing(added("a").event()), NOON, 64);

    // when / then
    assertThat(POLICY.reexamine(call)).extracting(Finding::code).containsExactly(FindingCode.CUSTOMER_REQUEST);
  }

  @ParameterizedTest
  @EnumSource
  void shouldBlockByEveryCodeButThoseThatAreOnlyNoted(FindingCode code) {
    // given
    var noted = List.of("EXEMPT_PERMISSION", "EXEMPT_EBR", "REKEYED", "LINE_TYPE_UNKNOWN");

    // when / then
    assertThat(code.blocks()).isEqualTo(!noted.contains(code.name()));
  }

  @Test
  void shouldNameThePolicyByItsContent() {
    // when / then
    assertThat(POLICY.hash()).matches("sha256:[0-9a-f]{64}").isEqualTo(ListsOnlyPolicy.of(MAX_AGE).hash())
        .isNotEqualTo(ListsOnlyPolicy.of(MAX_AGE.plusSeconds(1)).hash());
  }
}
