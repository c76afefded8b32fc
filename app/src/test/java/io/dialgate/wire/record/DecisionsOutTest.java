package io.dialgate.wire.record;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.domain.dnc.Said.added;
import static io.dialgate.domain.dnc.Said.removed;
import static io.dialgate.domain.policy.Asks.NUMBER;
import static io.dialgate.domain.policy.Asks.POLICY;
import static io.dialgate.domain.policy.Asks.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.dnc.Said;
import io.dialgate.domain.gate.Decider;
import io.dialgate.domain.gate.Decision;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.policy.Asks;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Limits;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DncEntry;
import io.dialgate.schemas.EarlierRequest;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.Rekeyed;
import io.dialgate.schemas.Verdict;

/** Decisions, table records and alerts as the world sees them. */
class DecisionsOutTest {

  private static final Limits LIMITS = new Limits(Duration.ofMinutes(15), Duration.ofHours(1));
  private static final Decider DECIDER = new Decider(POLICY, Duration.ofMinutes(15));

  @Test
  void shouldTellAllOfADecision() {
    // given
    Case call = Asks.from(Asks.remembering(
        request("r").brand("acme").facing(added("a").until(NOON.plusSeconds(60)).event()), NOON.minusSeconds(9), 3),
        new Case.Rekeyed("dial-requests", 2, 77));

    // when
    DialDecision record = DialDecisions.toRecord(DECIDER.answer(call), LIMITS);

    // then
    assertThat(record.getRequestId()).isEqualTo("r");
    assertThat(record.getNumber()).isEqualTo(NUMBER.e164());
    assertThat(record.getVerdict()).isEqualTo(Verdict.SUPPRESS);
    assertThat(record.getFindings()).extracting(io.dialgate.schemas.Finding::getCode).containsExactly(
        "CUSTOMER_REQUEST",
        "DUPLICATE_REQUEST", "REKEYED");
    assertThat(record.getFindings().getFirst().getListId()).isEqualTo("internal");
    assertThat(record.getFindings().getFirst().getUntil()).isEqualTo(NOON.plusSeconds(60));
    assertThat(record.getPolicy()).isEqualTo(POLICY.hash());
    assertThat(record.getDecidedAt()).isEqualTo(NOON);
    assertThat(record.getPlatform()).isEqualTo("genesys");
    assertThat(record.getCampaignId()).isEqualTo("spring");
    assertThat(DialRequests.request(record.getFacts().getRequest())).isEqualTo(call.request());
    assertThat(record.getFacts().getEntries())
        .containsExactly(DncEntries.toRecord(NUMBER.e164(), call.entries().getFirst()));
    assertThat(record.getFacts().getRekeyed()).isEqualTo(new Rekeyed("dial-requests", 2, 77L));
    assertThat(record.getFacts().getEarlier()).isEqualTo(new EarlierRequest(NOON.minusSeconds(9)));
    assertThat(record.getFacts().getOpenAllowances()).isEqualTo(3);
    assertThat(record.getFacts().getUnusable()).isNull();
  }

  @Test
  void shouldTellTimesOfAllowAndRetry() {
    // when
    DialDecision allow = DialDecisions.toRecord(DECIDER.answer(request("r").facing()), LIMITS);
    DialDecision suppress = DialDecisions
        .toRecord(DECIDER.answer(request("r").facing(added("a").until(NOON.plusSeconds(60)).event())), LIMITS);

    // then
    assertThat(allow.getValidUntil()).isEqualTo(NOON.plusSeconds(900));
    assertThat(allow.getRetryAt()).isNull();
    assertThat(suppress.getValidUntil()).isNull();
    assertThat(suppress.getRetryAt()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void shouldLeaveTheNumberEmptyOnlyIfThereIsNone() {
    // when
    DialDecision none = DialDecisions
        .toRecord(DECIDER.answer(Asks.read(request("r").facing(), new Reading.Unusable("letters"))), LIMITS);
    DialDecision possible = DialDecisions
        .toRecord(
            DECIDER.answer(Asks.read(request("r").facing(), new Reading.Possible(NUMBER, "unknown to the plan"))),
            LIMITS);

    // then
    assertThat(none.getNumber()).isEmpty();
    assertThat(none.getFacts().getUnusable()).isEqualTo("letters");
    assertThat(possible.getNumber()).isEqualTo(NUMBER.e164());
    assertThat(possible.getFacts().getUnusable()).isEqualTo("unknown to the plan");
  }

  @Test
  void shouldTellEveryFieldOfAnEntryAndNoMarks() {
    // given
    Said said = added("a").on("list").scope("campaign:spring").because(Reason.KNOWN_LITIGATOR)
        .until(NOON.plusSeconds(60));
    var entries = new NumberEntries(List.of(said.event(), removed("b").on("other").event()));

    // when
    var record = DncEntries.toRecord(NUMBER.e164(), entries, NOON.plusSeconds(1));

    // then
    assertThat(record).isNotNull().satisfies(it -> {
      assertThat(it.getNumber()).isEqualTo(NUMBER.e164());
      assertThat(it.getUpdatedAt()).isEqualTo(NOON.plusSeconds(1));
      assertThat(it.getEntries()).containsExactly(new DncEntry("list", io.dialgate.schemas.DncReason.KNOWN_LITIGATOR,
          "campaign:spring", MatchType.EXACT, NUMBER.e164(), "form", "tester", NOON, NOON.plusSeconds(60), null));
    });
  }

  @Test
  void shouldBeATombstoneWhenOnlyMarksAreLeft() {
    // when / then
    assertThat(DncEntries.toRecord("+12025550101", new NumberEntries(List.of(removed("a").event())), NOON)).isNull();
    assertThat(DncEntries.toRecord("+12025550101", NumberEntries.NONE, NOON)).isNull();
  }

  @Test
  void shouldTellAHoldToThePersonWhoReadsTheAlert() {
    // given
    Decision decision = DECIDER.answer(request("r").facing(added("a").because(Reason.LITIGATION_HOLD).event()));

    // when
    var alert = Alerts.holdDialled(NUMBER.e164(), decision);

    // then
    assertThat(alert.getSubject()).isEqualTo(NUMBER.e164());
    assertThat(alert.getMessage()).contains("campaign spring of genesys").doesNotContain(NUMBER.e164());
    assertThat(alert.getDetails()).containsEntry("requestId", "r").containsEntry("campaignId", "spring")
        .containsEntry("platform", "genesys");
  }
}
