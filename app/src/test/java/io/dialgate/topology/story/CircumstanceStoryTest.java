package io.dialgate.topology.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.ConsentKind;
import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.Outcome;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;

/** Consents, attempts and emergencies under a policy that knows them. */
class CircumstanceStoryTest {

  private static final String ANN = "+12025550101";
  private static final String ABROAD = "+442079460000";
  private static final Duration HOUR = Duration.ofHours(1);

  @AutoClose
  private final GateStory gate = new GateStory();
  private final Dialler genesys = gate.dialler("genesys");
  private final Operator operator = gate.operator();

  @BeforeEach
  void putPolicyInForce() {
    operator.activates(operator.publishes(Policy.SMALL));
  }

  @Test
  void shouldRecallWhenConsentIsTakenBack() {
    // given
    String allowed = ask();

    // when
    String revocation = gate.person(ANN).revokes();
    gate.restart();

    // then
    assertThat(gate.answers(allowed)).containsExactly("ALLOW", "RECALL CONSENT_REVOKED");
    assertThat(gate.answers(ask())).containsExactly("SUPPRESS CONSENT_REVOKED");
    assertThat(receipt(revocation)).satisfies(receipt -> {
      assertThat(receipt.getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
      assertThat(receipt.getRecalls()).isEqualTo(1);
    });
  }

  @Test
  void shouldTakeARevocationWhateverItsDateAndNoPermissionAheadOfTime() {
    // given
    String allowed = ask();

    // when
    gate.person(ANN).agrees(ConsentKind.REVOCATION, null, event -> {
      event.setOccurredAt(gate.now().plus(HOUR).plusSeconds(60));
      event.setExpiresAt(gate.now());
    });
    gate.person(ANN).agrees(ConsentKind.PERMISSION, null,
        event -> event.setOccurredAt(gate.now().plus(HOUR).plusSeconds(61)));

    // then
    assertThat(gate.answers(allowed)).containsExactly("ALLOW", "RECALL CONSENT_REVOKED");
    assertThat(gate.rejected()).singleElement()
        .satisfies(record -> assertThat(record.header("dialgate.error.code")).isEqualTo("BAD_FIELD"));
  }

  @Test
  void shouldCallAgainAfterALaterPermission() {
    // given
    gate.person(ANN).revokes();
    gate.after(Duration.ofSeconds(1));

    // when
    gate.person(ANN).keyedBy("somebody").agrees(ConsentKind.PERMISSION, null, event -> {});

    // then
    assertThat(gate.answers(ask())).containsExactly("ALLOW");
    assertThat(gate.sentOn()).extracting(Written::key).contains(ANN);
  }

  @Test
  void shouldCountAllowsUntilTheyAreGivenBack() {
    // given
    String first = ask();
    ask();
    genesys.asks(ANN).to(DialPurpose.SCRUB).forCampaign("spring");
    assertThat(gate.answers(ask())).containsExactly("SUPPRESS ATTEMPT_CAP");

    // when
    genesys.finishes(first, ANN, Outcome.NOT_DIALLED);
    genesys.finishes(first, ANN, Outcome.NOT_DIALLED);
    gate.restart();

    // then
    assertThat(gate.answers(ask())).containsExactly("ALLOW");
    assertThat(gate.answers(ask())).containsExactly("SUPPRESS ATTEMPT_CAP");
  }

  @Test
  void shouldCountACallThatWasPlacedUntilItLeavesTheWindow() {
    // given
    genesys.finishes(ask(), ANN, Outcome.ABANDONED);
    genesys.finishes(ask(), ANN, Outcome.PLACED);

    // when / then
    gate.after(Duration.ofHours(24).minusNanos(1_000));
    assertThat(gate.answers(ask())).containsExactly("SUPPRESS ATTEMPT_CAP");
    gate.after(Duration.ofNanos(1_000));
    assertThat(gate.answers(ask())).containsExactly("ALLOW");
  }

  @ParameterizedTest
  @ValueSource(strings = {"US", "US-DC"})
  void shouldRecallAndSuppressWhereAnEmergencyIs(String region) {
    // given
    String here = ask();

    // when
    String block = operator.blocks(region, null, null);
    gate.restart();

    // then
    assertThat(gate.answers(here)).containsExactly("ALLOW", "RECALL STATE_OF_EMERGENCY");
    assertThat(gate.answers(ask())).containsExactly("SUPPRESS STATE_OF_EMERGENCY");
    assertThat(receipt(block).getRecalls()).isEqualTo(1);
  }

  @Test
  void shouldLeaveOtherRegionsAlone() {
    // given
    String here = ask();

    // when
    operator.blocks("US-LA", null, null);
    operator.blocks("UK", null, null);

    // then
    assertThat(gate.answers(here)).containsExactly("ALLOW");
    assertThat(gate.answers(ask())).containsExactly("ALLOW");
    assertThat(gate.answers(genesys.asks(ABROAD).forCampaign("spring"))).singleElement().asString()
        .contains("UNKNOWN_JURISDICTION");
  }

  @Test
  void shouldRecallWhenABlockBeginsThatWasDeclaredBefore() {
    // given
    operator.blocks("US-DC", gate.now().plusSeconds(60), null);
    String allowed = ask();

    // when
    gate.after(Duration.ofSeconds(61));

    // then
    assertThat(gate.answers(allowed)).containsExactly("ALLOW", "RECALL STATE_OF_EMERGENCY");
  }

  @Test
  void shouldRecallAfterARestartWhatABlockBarsThatBeganMeanwhile() {
    // given
    operator.blocks("US-DC", gate.now().plusSeconds(60), null);
    String allowed = ask();

    // when
    gate.restartAfter(Duration.ofSeconds(61));
    gate.after(Duration.ofSeconds(1));

    // then
    assertThat(gate.answers(allowed)).containsExactly("ALLOW", "RECALL STATE_OF_EMERGENCY");
  }

  @Test
  void shouldEndABlockAtItsEndOrItsReleaseInWhateverOrderTheyCome() {
    // given
    operator.releases("US-DC", gate.now().plusSeconds(1));
    operator.blocks("US-DC", null, null);
    String released = ask();
    gate.after(Duration.ofSeconds(2));

    // when
    operator.blocks("US-DC", null, gate.now().plusSeconds(30));
    String during = ask();
    gate.after(Duration.ofSeconds(30));

    // then
    assertThat(gate.answers(released)).containsExactly("ALLOW", "RECALL STATE_OF_EMERGENCY");
    assertThat(gate.answers(during)).containsExactly("SUPPRESS STATE_OF_EMERGENCY");
    assertThat(gate.answers(ask())).containsExactly("ALLOW");
  }

  @Test
  void shouldNotTakeAReleaseAheadOfTime() {
    // when
    operator.releases("US-DC", gate.now().plus(HOUR).plusSeconds(1));
    operator.blocks("US-DC", null, null);

    // then
    assertThat(gate.answers(ask())).containsExactly("SUPPRESS STATE_OF_EMERGENCY");
    assertThat(gate.rejected()).hasSize(1);
    assertThat(gate.alerts(AlertKind.OPT_OUT_REJECTED)).hasSize(1);
  }

  private String ask() {
    return genesys.asks(ANN).forCampaign("spring");
  }

  private Receipt receipt(String eventId) {
    return gate.receipts().stream().filter(one -> one.getEventId().equals(eventId)).findFirst().orElseThrow();
  }
}
