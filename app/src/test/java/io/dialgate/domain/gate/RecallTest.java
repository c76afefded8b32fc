package io.dialgate.domain.gate;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.domain.dnc.Said.added;
import static io.dialgate.domain.dnc.Said.removed;
import static io.dialgate.domain.gate.OneNumber.codes;
import static io.dialgate.domain.gate.OneNumber.verdicts;
import static io.dialgate.domain.policy.Asks.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.Reason;

/** After an opt-out no allowance that it binds is open, and every one that was open is recalled exactly once. */
class RecallTest {

  private final OneNumber number = new OneNumber();

  @Test
  void shouldTellTheEntriesBeforeTheRecalls() {
    // given
    number.asked(request("r"));

    // when
    List<Fact> facts = number.heard(added("a"));

    // then
    assertThat(facts).hasSize(2);
    assertThat(facts.getFirst()).isInstanceOf(Fact.EntriesChanged.class);
    assertThat(verdicts(facts)).containsExactly("RECALL r");
    assertThat(codes(facts)).containsExactly("CUSTOMER_REQUEST");
  }

  @Test
  void shouldRecallEveryOpenAllowanceExactlyOnce() {
    // given
    number.asked(request("r"));
    number.asked(request("s"));
    List<Fact> first = number.heard(added("a"));

    // when
    List<Fact> again = number.heard(added("a"));
    List<Fact> other = number.heard(added("b").on("us-ftc").because(Reason.NATIONAL_DNC));

    // then
    assertThat(verdicts(first)).containsExactly("RECALL r", "RECALL s");
    assertThat(again).isEmpty();
    assertThat(verdicts(other)).isEmpty();
    assertThat(number.open()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"all, r b c", "brand:acme, b", "campaign:summer, c", "campaign:other, ''"})
  void shouldRecallWhatTheScopeBinds(String scope, String recalled) {
    // given
    number.asked(request("r"));
    number.asked(request("b").brand("acme"));
    number.asked(request("c").campaign("summer"));

    // when
    List<Fact> facts = number.heard(added("a").scope(scope));

    // then
    List<String> ids = recalled.isEmpty() ? List.of() : List.of(recalled.split(" "));
    assertThat(verdicts(facts)).containsExactlyElementsOf(ids.stream().map(id -> "RECALL " + id).toList());
    assertThat(number.open()).hasSize(3 - ids.size()).noneMatch(ids::contains);
  }

  @Test
  void shouldRecallAllForAHoldOfAnyScope() {
    // given
    number.asked(request("r"));
    number.asked(request("b").brand("acme"));

    // when
    List<Fact> facts = number.heard(added("a").because(Reason.LITIGATION_HOLD).scope("brand:other"));

    // then
    assertThat(verdicts(facts)).containsExactly("RECALL r", "RECALL b");
    assertThat(facts).noneMatch(Fact.HoldDialled.class::isInstance);
  }

  @Test
  void shouldNotRecallWhatTheDiallerHasFinished() {
    // given
    number.asked(request("r"));
    number.asked(request("s"));
    number.finished("r");
    number.finished("unknown");

    // when / then
    assertThat(verdicts(number.heard(added("a")))).containsExactly("RECALL s");
  }

  @Test
  void shouldNotRecallWhatIsOver() {
    // given
    number.asked(request("r"));
    number.asked(request("s").dialBy(NOON.plusSeconds(60)));
    number.after(Duration.ofSeconds(60));

    // when / then
    assertThat(verdicts(number.heard(added("a")))).containsExactly("RECALL r");
  }

  @Test
  void shouldNotRecallForWhatNoLongerCounts() {
    // given
    number.heard(removed("late").after(100));
    number.asked(request("r"));

    // when
    List<Fact> older = number.heard(added("a"));
    List<Fact> expired = number.heard(added("b").on("other").until(NOON));
    List<Fact> removal = number.heard(removed("c").after(200));

    // then
    assertThat(older).isEmpty();
    assertThat(verdicts(expired)).isEmpty();
    assertThat(verdicts(removal)).isEmpty();
    assertThat(number.open()).containsExactly("r");
  }

  @Test
  void shouldRecallWhatAPrefixCoversAndOpenAgainWhenItIsGone() {
    // given
    number.asked(request("r"));

    // when
    List<Fact> recalled = number.covered(added("a").match(new Match.Prefix("+1202")).until(NOON.plusSeconds(60)));
    number.after(Duration.ofSeconds(60));

    // then
    assertThat(codes(recalled)).containsExactly("PREFIX_BLOCK");
    assertThat(number.open()).isEmpty();
    assertThat(verdicts(number.asked(request("s")))).containsExactly("ALLOW s");
  }
}
