package io.dialgate.topology.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.dnc.NumberHash;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;

/** Prefixes and hashes: entries that reach every task. */
class WideStoryTest {

  private static final String ANN = "+12025550101";
  private static final String ABROAD = "+442079460000";

  @AutoClose
  private final GateStory gate = new GateStory();
  private final Dialler genesys = gate.dialler("genesys");

  @ParameterizedTest
  @ValueSource(strings = {"+1", "+1202", ANN})
  void shouldRecallAndSuppressWhatAPrefixCovers(String prefix) {
    // given
    String covered = genesys.asks(ANN).forCampaign("spring");
    String other = genesys.asks(ABROAD).forCampaign("spring");

    // when
    gate.person(prefix).blocksPrefix(wish -> wish.setListId("company"));
    gate.restart();

    // then
    assertThat(gate.answers(covered)).containsExactly("ALLOW", "RECALL PREFIX_BLOCK");
    assertThat(gate.answers(other)).containsExactly("ALLOW");
    assertThat(gate.answers(genesys.asks(ANN).forCampaign("spring"))).containsExactly("SUPPRESS PREFIX_BLOCK");
    assertThat(gate.answers(genesys.asks(ABROAD).forCampaign("spring"))).containsExactly("ALLOW");
    assertThat(gate.multicast()).hasSize(1);
  }

  @Test
  void shouldRecallAndSuppressTheNumberOfAHash() {
    // given
    String allowed = genesys.asks(ANN).forCampaign("spring");
    String hash = NumberHash.of(new PhoneNumber(ANN));

    // when
    String event = gate.person(hash).blocksHash(wish -> wish.setScope("campaign:spring"));
    gate.restart();

    // then
    assertThat(gate.answers(allowed)).containsExactly("ALLOW", "RECALL CUSTOMER_REQUEST");
    assertThat(gate.answers(genesys.asks(ANN).forCampaign("spring"))).containsExactly("SUPPRESS CUSTOMER_REQUEST");
    assertThat(gate.answers(genesys.asks(ANN).forCampaign("summer"))).containsExactly("ALLOW");
    assertThat(gate.receipts()).singleElement().satisfies(receipt -> {
      assertThat(receipt.getEventId()).isEqualTo(event);
      assertThat(receipt.getSubject()).isEqualTo(hash);
      assertThat(receipt.getRecalls()).isEqualTo(1);
    });
  }

  @Test
  void shouldRecallAnAllowanceOfBeforeARestart() {
    // given
    String allowed = genesys.asks(ANN).forCampaign("spring");
    gate.restart();

    // when
    gate.person("+1202").blocksPrefix(wish -> wish.setListId("company"));

    // then
    assertThat(gate.answers(allowed)).containsExactly("ALLOW", "RECALL PREFIX_BLOCK");
  }

  @Test
  void shouldAllowAgainWhenThePrefixIsTakenOff() {
    // given
    gate.person("+1202").blocksPrefix(wish -> wish.setListId("company"));
    gate.after(Duration.ofSeconds(1));

    // when
    gate.person("+1202").optsIn(wish -> {
      wish.setMatchType(MatchType.PREFIX);
      wish.setListId("company");
    });

    // then
    assertThat(gate.answers(genesys.asks(ANN).forCampaign("spring"))).containsExactly("ALLOW");
  }

  @Test
  void shouldRejectOneTooManyOnceWithAlertAndReceipt() {
    // given
    for (int i = 0; i < NumberEntries.MAX_ENTRIES; i++) {
      String list = "list " + i;
      gate.person("+1202").blocksPrefix(wish -> wish.setListId(list));
    }

    // when
    gate.person("+1202").blocksPrefix(wish -> wish.setListId("one more"));

    // then
    assertThat(gate.rejected()).singleElement().satisfies(record -> {
      assertThat(record.key()).isEqualTo("+1202");
      assertThat(record.header("dialgate.error.code")).isEqualTo("TOO_MANY_ENTRIES");
      assertThat(record.header("dialgate.error.topic")).isEqualTo(Vandal.Input.OPT_OUTS.topic());
      assertThat(record.header("dialgate.error.offset")).isEqualTo("32");
      assertThat(record.headers()).extracting("key").noneMatch(name -> name.equals("dialgate.record.time"))
          .noneMatch(name -> name.toString().startsWith("dialgate.origin"));
    });
    assertThat(gate.receipts()).extracting(Receipt::getOutcome).last().isEqualTo(ReceiptOutcome.REJECTED);
    assertThat(gate.alerts(AlertKind.OPT_OUT_REJECTED)).hasSize(1);
  }
}
