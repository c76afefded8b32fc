package io.dialgate.domain.gate;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.domain.dnc.Said.added;
import static io.dialgate.domain.dnc.Said.removed;
import static io.dialgate.domain.gate.OneNumber.codes;
import static io.dialgate.domain.gate.OneNumber.verdicts;
import static io.dialgate.domain.policy.Asks.NUMBER;
import static io.dialgate.domain.policy.Asks.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.dnc.Said;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.policy.DialRequest.Purpose;
import io.dialgate.domain.policy.OpenAllowanceBound;

/** How the gate answers. */
class GateTest {

  private final OneNumber number = new OneNumber();

  @Test
  void shouldAnswerARequestOnce() {
    // given
    number.asked(request("r"));

    // when
    List<Fact> again = number.asked(request("r").at(NOON.plusSeconds(1)));

    // then
    assertThat(again).containsExactly(new Fact.Repeated("r"));
    assertThat(number.open()).containsExactly("r");
  }

  @Test
  void shouldSuppressAnotherQuestionUnderTheSameIdAndKeepTheFirst() {
    // given
    number.asked(request("r"));

    // when
    List<Fact> other = number.asked(request("r").campaign("summer"));
    List<Fact> first = number.asked(request("r"));

    // then
    assertThat(verdicts(other)).containsExactly("SUPPRESS r");
    assertThat(codes(other)).containsExactly("DUPLICATE_REQUEST");
    assertThat(first).containsExactly(new Fact.Repeated("r"));
    assertThat(number.open()).containsExactly("r");
  }

  @Test
  void shouldAnswerAgainWhatItHasForgotten() {
    // given
    number.asked(request("r"));
    number.after(OneNumber.MEMORY.plusSeconds(1));
    number.asked(request("s").at(NOON.plus(OneNumber.MEMORY)));

    // when
    List<Fact> again = number.asked(request("r").at(NOON.plus(OneNumber.MEMORY)));

    // then
    assertThat(verdicts(again)).containsExactly("ALLOW r");
  }

  @ParameterizedTest
  @EnumSource
  void shouldOpenAnAllowanceForACallOnly(Purpose purpose) {
    // when
    List<Fact> facts = number.asked(request("r").purpose(purpose));

    // then
    assertThat(verdicts(facts)).containsExactly("ALLOW r");
    assertThat(number.open()).hasSize(purpose == Purpose.DIAL ? 1 : 0);
  }

  @Test
  void shouldOpenNothingWhenItSuppresses() {
    // given
    number.heard(added("a"));

    // when
    List<Fact> facts = number.asked(request("r"));

    // then
    assertThat(verdicts(facts)).containsExactly("SUPPRESS r");
    assertThat(number.open()).isEmpty();
  }

  @Test
  void shouldRaiseAnAlertOnEveryAttemptUnderAHoldWhateverItsScope() {
    // given
    number.heard(added("a").because(Reason.LITIGATION_HOLD).scope("campaign:other"));

    // when
    List<Fact> first = number.asked(request("r"));
    List<Fact> second = number.asked(request("s").brand("acme"));

    // then
    assertThat(codes(first)).containsExactly("LITIGATION_HOLD");
    assertThat(first).last().isInstanceOf(Fact.HoldDialled.class);
    assertThat(second).last().isInstanceOf(Fact.HoldDialled.class);
  }

  @Test
  void shouldKeepACustomersRequestWhenARegistryRemovesTheNumber() {
    // given
    Said registry = added("n").on("us-ftc").because(Reason.NATIONAL_DNC);
    number.heard(added("c"));
    number.heard(registry);
    number.heard(removed("m").on("us-ftc").because(Reason.NATIONAL_DNC).after(1));

    // when / then
    assertThat(codes(number.asked(request("r")))).containsExactly("CUSTOMER_REQUEST");
  }

  @Test
  void shouldSuppressANumberThatIsOnlyPossibleAndTellItsEntries() {
    // given
    number.heard(added("a"));

    // when
    List<Fact> facts = number.asked(request("r"), new Reading.Possible(NUMBER, "unknown to the plan"));

    // then
    assertThat(codes(facts)).containsExactly("INVALID_NUMBER", "CUSTOMER_REQUEST");
  }

  @Test
  void shouldSuppressWhatIsNoNumber() {
    // given
    number.covered(added("a").match(new Match.Prefix("+1")));

    // when / then
    assertThat(codes(number.asked(request("r"), new Reading.Unusable("letters")))).containsExactly("INVALID_NUMBER");
  }

  @Test
  void shouldAllowAsManyAtOnceAsItCanRecall() {
    // given
    IntStream.range(0, OpenAllowanceBound.MAX_OPEN).forEach(i -> number.asked(request("r" + i)));

    // when
    List<Fact> beyond = number.asked(request("beyond"));
    number.finished("r0");
    List<Fact> after = number.asked(request("after"));

    // then
    assertThat(codes(beyond)).containsExactly("ATTEMPT_CAP");
    assertThat(verdicts(after)).containsExactly("ALLOW after");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldBeSuppressedByTheOneEntryThatBindsAmongManyForOthers(boolean hold) {
    // given
    Said others = added("o").match(new Match.Prefix("+1202")).scope("campaign:other");
    IntStream.range(0, 40).forEach(i -> number.covered(others.on("list " + i)));
    number.covered(others.on("last").scope(hold ? "brand:other" : "campaign:spring")
        .because(hold ? Reason.LITIGATION_HOLD : Reason.CUSTOMER_REQUEST));

    // when
    List<Fact> facts = number.asked(request("r"));

    // then
    assertThat(codes(facts)).contains("PREFIX_BLOCK");
    assertThat(facts.getLast() instanceof Fact.HoldDialled).isEqualTo(hold);
    assertThat(OneNumber.decisions(facts).getFirst().facts().entries()).hasSize(BindingEntries.MAX_WIDE_TOLD);
  }
}
