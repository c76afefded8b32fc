package io.dialgate.topology.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.Rekeyed;

/** Producers that key by something else than the number's E.164 form. */
class MisplacedStoryTest {

  private static final String ANN = "+12025550101";

  @AutoClose
  private final GateStory gate = new GateStory();
  private final Dialler cxone = gate.dialler("cxone");

  @Test
  void shouldDecideAMisKeyedRequestOnceUnderItsNumberAndSaySo() {
    // given
    gate.person(ANN).optsOut();

    // when
    String request = cxone.asks(ANN).underKey("contact-7").forCampaign("spring");

    // then
    assertThat(gate.answers(request)).containsExactly("SUPPRESS CUSTOMER_REQUEST REKEYED");
    assertThat(gate.decisionRecords()).singleElement().satisfies(record -> {
      assertThat(record.key()).isEqualTo(ANN);
      assertThat(record.said().getFacts().getRekeyed()).isEqualTo(new Rekeyed(Vandal.Input.REQUESTS.topic(), 0, 0L));
    });
    assertThat(gate.sentOn()).singleElement().satisfies(record -> {
      assertThat(record.key()).isEqualTo(ANN);
      assertThat(record.header("dialgate.origin.offset")).isEqualTo("0");
      assertThat(record.headers()).extracting("key").doesNotContain("dialgate.record.time");
    });
    assertThat(gate.rejected()).isEmpty();
  }

  @Test
  void shouldAllowWhatIsMisKeyedAndRecallIt() {
    // given
    String request = cxone.asks(ANN).underKey("12025550101").forCampaign("spring");

    // when
    gate.person(ANN).keyedBy("0101").optsOut();

    // then
    assertThat(gate.answers(request)).containsExactly("ALLOW REKEYED", "RECALL CUSTOMER_REQUEST");
    assertThat(gate.receipts()).hasSize(1);
  }

  @Test
  void shouldRaiseOneAlertAnHourForEachSource() {
    // given
    cxone.asks(ANN).underKey("a").forCampaign("spring");
    cxone.asks(ANN).underKey("b").forCampaign("spring");
    gate.dialler("vicidial").asks(ANN).underKey("c").forCampaign("spring");
    gate.restart();
    gate.after(Duration.ofMinutes(59));
    cxone.asks(ANN).underKey("d").forCampaign("spring");
    int withinTheHour = gate.alerts(AlertKind.MISPARTITIONED_PRODUCER).size();

    // when
    gate.after(Duration.ofMinutes(61));
    cxone.asks(ANN).underKey("e").forCampaign("spring");

    // then
    assertThat(withinTheHour).isEqualTo(2);
    assertThat(gate.alerts(AlertKind.MISPARTITIONED_PRODUCER)).extracting(Alert::getSubject).containsExactly("cxone",
        "vicidial", "cxone");
    assertThat(gate.alerts(AlertKind.MISPARTITIONED_PRODUCER).getFirst().getDetails()).containsEntry("partition", "0")
        .containsEntry("offset", "0").containsEntry("number", "+1202•••0101");
  }

  @Test
  void shouldAnswerOnceWhatCameByBothWays() {
    // given
    cxone.asks(ANN).named("same").underKey("wrong").forCampaign("spring");

    // when
    cxone.asks(ANN).named("same").forCampaign("spring");

    // then
    assertThat(gate.answers("same")).containsExactly("ALLOW REKEYED");
  }
}
