package io.dialgate.topology.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;

/** What becomes of the table of entries. */
class TableStoryTest {

  private static final String ANN = "+12025550101";
  private static final String BEN = "+12025550102";

  @AutoClose
  private final GateStory gate = new GateStory();

  @Test
  void shouldBeATombstoneWhenTheLastEntryGoes() {
    // given
    gate.person(ANN).optsOut();
    gate.registry("us-ftc").adds(ANN);
    gate.after(Duration.ofSeconds(1));
    gate.person(ANN).optsIn();

    // when
    gate.registry("us-ftc").removes(ANN);

    // then
    assertThat(gate.tableRecords(ANN)).hasSize(4).last().satisfies(record -> assertThat(record.value()).isNull());
    assertThat(gate.tableRecords(ANN).get(2).said().getEntries()).hasSize(1);
  }

  @Test
  void shouldPublishThatAnEntryHasExpired() {
    // given
    gate.person(ANN).optsOut(wish -> wish.setExpiresAt(gate.now().plusSeconds(60)));
    gate.after(Duration.ofSeconds(59));
    int before = gate.tableRecords(ANN).size();

    // when
    gate.after(Duration.ofSeconds(1));

    // then
    assertThat(before).isEqualTo(1);
    assertThat(gate.tableRecords(ANN)).hasSize(2).last().satisfies(record -> assertThat(record.value()).isNull());
    assertThat(gate.answers(gate.dialler("genesys").asks(ANN).forCampaign("spring"))).containsExactly("ALLOW");
  }

  @Test
  void shouldForgetAMarkInSilence() {
    // given
    gate.registry("us-ftc").adds(ANN);
    gate.after(Duration.ofSeconds(1));
    gate.registry("us-ftc").removes(ANN);
    int before = gate.tableRecords(ANN).size();

    // when
    gate.after(Duration.ofDays(36));
    gate.registry("us-ftc").says("late", ListAction.ADD, ANN, gate.now().minus(Duration.ofDays(40)));

    // then
    assertThat(gate.tableRecords(ANN)).as("only the addition is told, which no mark outweighs any more")
        .hasSize(before + 1);
    assertThat(gate.table(ANN)).containsExactly("us-ftc NATIONAL_DNC");
  }

  @Test
  void shouldLetTheLaterWishWinWhateverTheOrderOfArrival() {
    // given
    Instant noon = gate.now();
    gate.after(Duration.ofSeconds(10));
    gate.person(ANN).optsOut(wish -> wish.setOccurredAt(noon.plusSeconds(5)));

    // when
    gate.person(ANN).optsIn(wish -> wish.setOccurredAt(noon));
    gate.person(ANN).optsIn(wish -> wish.setOccurredAt(noon.plusSeconds(5)));

    // then
    assertThat(gate.table(ANN)).containsExactly("internal CUSTOMER_REQUEST");
    assertThat(gate.receipts()).extracting(Receipt::getOutcome).containsExactly(ReceiptOutcome.APPLIED,
        ReceiptOutcome.NOT_NEWER, ReceiptOutcome.NOT_NEWER);
  }

  @Test
  void shouldAcknowledgeARepetitionAsNotNewer() {
    // when
    String id = gate.person(ANN).optsOut();
    gate.person(ANN).optsOut(wish -> wish.setEventId(id));

    // then
    assertThat(gate.receipts()).extracting(Receipt::getEventId, Receipt::getSubject, Receipt::getOutcome)
        .containsExactly(
            tuple(id, ANN, ReceiptOutcome.APPLIED), tuple(id, ANN, ReceiptOutcome.NOT_NEWER));
    assertThat(gate.tableRecords(ANN)).hasSize(1);
  }

  @Test
  void shouldListEachOfSeveralNumbersAndRecallWhatItBinds() {
    // given
    String call = gate.dialler("cxone").asks(BEN).forCampaign("spring");

    // when
    gate.registry("us-ftc").addsTogether(ANN, BEN);

    // then
    assertThat(gate.table(ANN)).containsExactly("us-ftc NATIONAL_DNC");
    assertThat(gate.table(BEN)).containsExactly("us-ftc NATIONAL_DNC");
    assertThat(gate.answers(call)).containsExactly("ALLOW", "RECALL NATIONAL_DNC");
  }

  @Test
  void shouldRejectWhatIsTooMuchForOneOfSeveralNumbersAndListTheOthers() {
    // given
    for (int i = 0; i < NumberEntries.MAX_ENTRIES; i++) {
      String list = "list " + i;
      gate.person(ANN).optsOut(wish -> wish.setListId(list));
    }

    // when
    gate.registry("us-ftc").addsTogether(ANN, BEN);

    // then
    assertThat(gate.table(ANN)).hasSize(NumberEntries.MAX_ENTRIES).doesNotContain("us-ftc NATIONAL_DNC");
    assertThat(gate.table(BEN)).containsExactly("us-ftc NATIONAL_DNC");
    assertThat(gate.rejected()).singleElement().satisfies(record -> {
      assertThat(record.header("dialgate.error.code")).isEqualTo("TOO_MANY_ENTRIES");
      assertThat(record.header("dialgate.error.message")).contains("for 1 of 2 numbers (+1202•••0101)",
          "the others are in force");
    });
  }

  @Test
  void shouldRejectTheEntryThatIsOneTooManyAndSayHowManyThereCanBe() {
    // given
    for (int i = 0; i < NumberEntries.MAX_ENTRIES; i++) {
      String list = "list " + i;
      gate.person(ANN).optsOut(wish -> wish.setListId(list));
    }

    // when
    String beyond = gate.person(ANN).optsOut();

    // then
    assertThat(gate.table(ANN)).hasSize(NumberEntries.MAX_ENTRIES);
    assertThat(gate.rejected()).singleElement().satisfies(record -> {
      assertThat(record.header("dialgate.error.code")).isEqualTo("TOO_MANY_ENTRIES");
      assertThat(record.header("dialgate.error.message")).contains("at most 32 entries");
    });
    assertThat(gate.alerts(AlertKind.OPT_OUT_REJECTED)).hasSize(1);
    assertThat(gate.receipts()).last().satisfies(receipt -> {
      assertThat(receipt.getEventId()).isEqualTo(beyond);
      assertThat(receipt.getOutcome()).isEqualTo(ReceiptOutcome.REJECTED);
    });
  }

  @Test
  void shouldKeepNothingWithATimeOfTheOrderOfProcessing() {
    // given
    gate.person(ANN).optsOut();
    gate.person("+1900").blocksPrefix(wish -> wish.setListId("premium"));

    // when
    gate.dialler("genesys").asks(ANN).underKey("wrong").forCampaign("spring");
    gate.vandal().writes(Vandal.Input.OPT_OUTS, ANN, null);

    // then
    assertThat(gate.earliestTime()).isEqualTo(gate.now().toEpochMilli());
  }
}
