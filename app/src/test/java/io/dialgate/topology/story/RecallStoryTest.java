package io.dialgate.topology.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.Outcome;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;

/** Somebody is called, or not, and wishes not to be. */
class RecallStoryTest {

  private static final String ANN = "+12025550101";
  private static final String BOB = "+12025550102";

  @AutoClose
  private final GateStory gate = new GateStory();
  private final Dialler genesys = gate.dialler("genesys");

  @Test
  void shouldRecallAllowedCallWhenOptOutArrives() {
    // given
    String toAnn = genesys.asks(ANN).forCampaign("spring");
    String toBob = genesys.asks(BOB).forCampaign("spring");

    // when
    gate.person("(202) 555-0101").keyedBy(ANN).optsOut();

    // then
    assertThat(gate.answers(toAnn)).containsExactly("ALLOW", "RECALL CUSTOMER_REQUEST");
    assertThat(gate.answers(toBob)).containsExactly("ALLOW");
    assertThat(gate.decisionRecords()).extracting(Written::key).containsExactly(ANN, BOB, ANN);
    assertThat(gate.receipts()).extracting(Receipt::getOutcome, Receipt::getRecalls)
        .containsExactly(tuple(ReceiptOutcome.APPLIED, 1));
  }

  @Test
  void shouldRecallExactlyOnceAcrossARestart() {
    // given
    String before = genesys.asks(ANN).forCampaign("spring");
    gate.restart();

    // when
    gate.person(ANN).optsOut();
    gate.restart();
    gate.person(ANN).optsOut(wish -> wish.setListId("other"));

    // then
    assertThat(gate.answers(before)).containsExactly("ALLOW", "RECALL CUSTOMER_REQUEST");
    assertThat(gate.table(ANN)).containsExactly("internal CUSTOMER_REQUEST", "other CUSTOMER_REQUEST");
  }

  @Test
  void shouldSuppressUntilThePersonOptsInAgain() {
    // given
    gate.person(ANN).optsOut();
    String during = genesys.asks(ANN).forCampaign("spring");
    gate.after(Duration.ofSeconds(1));

    // when
    gate.person(ANN).optsIn();
    String after = genesys.asks(ANN).forCampaign("spring");

    // then
    assertThat(gate.answers(during)).containsExactly("SUPPRESS CUSTOMER_REQUEST");
    assertThat(gate.answers(after)).containsExactly("ALLOW");
  }

  @Test
  void shouldSuppressByRegistryAndKeepThePersonsWishWhenTheRegistryForgets() {
    // given
    gate.registry("us-ftc").adds(ANN);
    gate.person(ANN).optsOut();
    String both = genesys.asks(ANN).forCampaign("spring");
    gate.after(Duration.ofDays(1));

    // when
    gate.registry("us-ftc").removes(ANN);
    String one = genesys.asks(ANN).forCampaign("spring");

    // then
    assertThat(gate.answers(both)).containsExactly("SUPPRESS CUSTOMER_REQUEST NATIONAL_DNC");
    assertThat(gate.answers(one)).containsExactly("SUPPRESS CUSTOMER_REQUEST");
    assertThat(gate.receipts()).as("a registry waits for no receipt").hasSize(1);
  }

  @Test
  void shouldRaiseAnAlertOnEveryAttemptUnderAHold() {
    // given
    String before = genesys.asks(ANN).forCampaign("spring");
    gate.hold(ANN);

    // when
    String first = genesys.asks(ANN).forCampaign("spring");
    String second = genesys.asks(ANN).forBrand("acme").forCampaign("summer");

    // then
    assertThat(gate.answers(before)).containsExactly("ALLOW", "RECALL LITIGATION_HOLD");
    assertThat(gate.answers(first)).containsExactly("SUPPRESS LITIGATION_HOLD");
    assertThat(gate.alerts(AlertKind.LITIGATION_HOLD_DIALLED)).extracting(alert -> alert.getDetails().get("requestId"))
        .containsExactly(first, second);
  }

  @Test
  void shouldAllowAgainWhenTheHoldIsReleased() {
    // given
    gate.hold(ANN);
    gate.after(Duration.ofSeconds(1));

    // when
    gate.operator(OperatorActionKind.RELEASE, ANN);
    gate.operator(OperatorActionKind.LOOKUP, ANN);

    // then
    assertThat(gate.answers(genesys.asks(ANN).forCampaign("spring"))).containsExactly("ALLOW");
  }

  @Test
  void shouldNotRecallACallThatWasPlaced() {
    // given
    String placed = genesys.asks(ANN).forCampaign("spring");
    String open = genesys.asks(ANN).forCampaign("summer");
    genesys.finishes(placed, ANN, Outcome.PLACED);

    // when
    gate.person(ANN).optsOut();

    // then
    assertThat(gate.answers(placed)).containsExactly("ALLOW");
    assertThat(gate.answers(open)).containsExactly("ALLOW", "RECALL CUSTOMER_REQUEST");
  }

  @Test
  void shouldNotRecallWhatMayNoLongerBePlaced() {
    // given
    String old = genesys.asks(ANN).forCampaign("spring");
    String brief = genesys.asks(ANN).within(Duration.ofMinutes(16)).forCampaign("spring");
    gate.after(GateStory.ALLOWANCE);

    // when
    gate.person(ANN).optsOut();

    // then
    assertThat(gate.answers(old)).containsExactly("ALLOW");
    assertThat(gate.answers(brief)).containsExactly("ALLOW");
  }

  @ParameterizedTest
  @EnumSource(names = {"SCRUB", "PREVIEW"})
  void shouldOpenNothingForAQuestionThatIsNoCall(DialPurpose purpose) {
    // given
    String asked = genesys.asks(ANN).to(purpose).forCampaign("spring");

    // when
    gate.person(ANN).optsOut();

    // then
    assertThat(gate.answers(asked)).containsExactly("ALLOW");
  }

  @Test
  void shouldAnswerARequestOnceAlsoAfterARestart() {
    // given
    genesys.asks(ANN).named("same").forCampaign("spring");
    gate.restart();

    // when
    genesys.asks(ANN).named("same").forCampaign("spring");
    genesys.asks(ANN).named("same").forCampaign("summer");

    // then
    assertThat(gate.answers("same")).containsExactly("ALLOW", "SUPPRESS DUPLICATE_REQUEST");
  }

  @Test
  void shouldTellAnUndecidableNumberUnderItsKeyWithAnEmptyNumber() {
    // when
    String letters = genesys.asks("letters").underKey("contact-7").forCampaign("spring");
    String keyless = genesys.asks("letters").underKey("").forCampaign("spring");
    String possible = genesys.asks("+10000000000").forCampaign("spring");

    // then
    assertThat(gate.answers(letters)).containsExactly("SUPPRESS INVALID_NUMBER");
    assertThat(gate.answers(possible)).containsExactly("SUPPRESS INVALID_NUMBER");
    assertThat(gate.decisionRecords()).extracting(Written::key).containsExactly("contact-7", keyless, "+10000000000");
    assertThat(gate.decisions()).extracting(decision -> decision.getNumber()).containsExactly("", "", "+10000000000");
  }

  @Test
  void shouldKeepAnOptOutOfANumberThatThePlanDoesNotKnow() {
    // when
    gate.person("+10000000000").optsOut();

    // then
    assertThat(gate.table("+10000000000")).containsExactly("internal CUSTOMER_REQUEST");
    assertThat(gate.rejected()).isEmpty();
  }
}
