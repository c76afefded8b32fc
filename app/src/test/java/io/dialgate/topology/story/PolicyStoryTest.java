package io.dialgate.topology.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.ConsentKind;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;

/** Policies that are published and put in force, and registries that grow old. */
class PolicyStoryTest {

  private static final String ANN = "+12025550101";

  @AutoClose
  private final GateStory gate = new GateStory();
  private final Dialler genesys = gate.dialler("genesys");
  private final Operator operator = gate.operator();

  @Test
  void shouldDecideUnderThePolicyThatWasPutInForceLast() {
    // given
    String builtIn = policyOf(ask());
    String strict = operator.publishes(Policy.STRICT);
    String small = operator.publishes(Policy.SMALL);

    // when
    String published = policyOf(ask());
    operator.activates(strict);
    String first = policyOf(ask());
    operator.activates(small);
    String second = policyOf(ask());
    operator.activates(strict);
    gate.restart();
    String third = policyOf(ask());

    // then
    assertThat(List.of(published, first, second, third)).containsExactly(builtIn, strict, small, strict);
    assertThat(gate.receipts()).extracting(Receipt::getOutcome).containsOnly(ReceiptOutcome.APPLIED);
    assertThat(gate.receipts()).extracting(Receipt::getSubject).containsExactly(strict, small, strict);
  }

  @Test
  void shouldNotRecallBecauseOfAPolicy() {
    // given
    String allowed = ask();

    // when
    operator.activates(operator.publishes(Policy.STRICT));
    gate.after(Duration.ofSeconds(2));

    // then
    assertThat(gate.answers(allowed)).containsExactly("ALLOW");
    assertThat(gate.answers(ask())).containsExactly("SUPPRESS NO_CONSENT");
  }

  @Test
  void shouldKeepTheOldPolicyAndAlertOnceWhenADocumentIsBroken() {
    // given
    String strict = operator.publishes(Policy.STRICT);
    operator.activates(strict);

    // when
    operator.publishes("rules: [");

    // then
    assertThat(policyOf(ask())).isEqualTo(strict);
    assertThat(gate.alerts(AlertKind.BROKEN_DOCUMENT)).hasSize(1);
    assertThat(gate.rejected()).singleElement()
        .satisfies(record -> assertThat(record.header("dialgate.error.code")).isEqualTo("BROKEN_DOCUMENT"));
  }

  @Test
  void shouldKeepTheOldPolicyAndAlertOnceWhenTheNewOneWasNeverPublished() {
    // given
    String strict = operator.publishes(Policy.STRICT);
    operator.activates(strict);

    // when
    operator.activates("sha256:" + "0".repeat(64));
    gate.restart();

    // then
    assertThat(policyOf(ask())).isEqualTo(strict);
    assertThat(gate.alerts(AlertKind.BROKEN_DOCUMENT)).hasSize(1);
    assertThat(gate.receipts().getLast().getOutcome()).isEqualTo(ReceiptOutcome.REJECTED);
  }

  @Test
  void shouldSpreadADocumentThatIsNearlyAsLargeAsMayBe() {
    // given
    String large = Policy.STRICT + "#" + "x".repeat((1 << 20) - Policy.STRICT.length() - 1_000) + "\n";

    // when
    operator.activates(operator.publishes(large));

    // then
    assertThat(gate.rejected()).isEmpty();
    assertThat(gate.answers(ask())).containsExactly("SUPPRESS NO_CONSENT");
  }

  @Test
  void shouldTellAStaleRegistryOnceADayAndNotOnceACall() {
    // given
    operator.activates(operator.publishes(Policy.FRESH));

    // when
    String without = ask();
    ask();
    gate.restart();
    ask();
    gate.after(Duration.ofHours(23));
    ask();
    int withinTheDay = gate.alerts(AlertKind.STALE_REGISTRY).size();
    gate.after(Duration.ofHours(2));
    ask();

    // then
    assertThat(gate.answers(without)).containsExactly("SUPPRESS REGISTRY_STALE");
    assertThat(withinTheDay).isEqualTo(1);
    assertThat(gate.alerts(AlertKind.STALE_REGISTRY)).hasSize(2).extracting(Alert::getSubject).containsOnly("us-ftc");
  }

  @Test
  void shouldTakeTheAgeOfARegistryAsItWasToldLast() {
    // given
    operator.activates(operator.publishes(Policy.FRESH));

    // when
    operator.imports("us-ftc", gate.now().minus(Duration.ofDays(31)));
    String fresh = ask();
    operator.imports("us-ftc", gate.now().minus(Duration.ofDays(31)).minusNanos(1_000));
    String stale = ask();
    gate.person(ANN).agrees(ConsentKind.PERMISSION, null, event -> {});
    gate.after(Duration.ofSeconds(1));
    String permitted = ask();
    operator.imports("us-ftc", gate.now().plus(Duration.ofDays(400)));

    // then
    assertThat(gate.answers(fresh)).containsExactly("ALLOW");
    assertThat(gate.answers(stale)).containsExactly("SUPPRESS REGISTRY_STALE");
    assertThat(gate.answers(permitted)).containsExactly("ALLOW");
    assertThat(gate.rejected()).hasSize(1);
  }

  private String ask() {
    return genesys.asks(ANN).forCampaign("spring");
  }

  private String policyOf(String requestId) {
    return gate.decisions().stream().filter(one -> one.getRequestId().equals(requestId)).map(DialDecision::getPolicy)
        .findFirst().orElseThrow();
  }
}
