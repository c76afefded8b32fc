package io.dialgate.wire.record;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.wire.record.Records.NUMBERING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.dialgate.domain.dnc.EntryId;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.Provenance;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.dnc.Scope;
import io.dialgate.domain.hash.Mark;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.policy.Circumstances.EmergencyBlock;
import io.dialgate.schemas.DialOutcome;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.Outcome;
import io.dialgate.schemas.RegistryDelta;

/** Registry deltas, operator actions and outcomes. */
class OtherArrivalsTest {

  private static final PhoneNumber NUMBER = new PhoneNumber("+12025550101");

  @Test
  void shouldReadEveryFieldOfADelta() {
    // given
    var record = new RegistryDelta("event", "us-tx", ListAction.REMOVE, "2025550101", NOON, List.of());

    // when / then
    var entry = new EntryId("us-tx", Reason.STATE_DNC, new Scope.All(), new Match.Exact());
    assertThat(RegistryDeltas.read(record, NUMBERING)).isEqualTo(new Arrival.Listed(NUMBER,
        new ListEvent(entry, Change.REMOVED, NOON, null, new Provenance("us-tx", "us-tx", null), Mark.of("event")),
        null));
  }

  @Test
  void shouldReadSeveralNumbersOfOneDeltaAsEventsOfTheirOwn() {
    // given
    var record = new RegistryDelta("event", "us-ftc", ListAction.ADD, "", NOON,
        List.of("+12025550101", "+12025550102"));
    var alone = new RegistryDelta("event:+12025550102", "us-ftc", ListAction.ADD, "+12025550102", NOON, List.of());

    // when
    var together = (Arrival.ListedTogether) RegistryDeltas.read(record, NUMBERING);

    // then
    assertThat(together.keys()).containsExactly("+12025550101", "+12025550102");
    assertThat(together.each().getLast()).isEqualTo(RegistryDeltas.read(alone, NUMBERING));
  }

  @Test
  void shouldRefuseAllOfADeltaInWhichOneNumberIsNone() {
    // when / then
    assertRefused(RejectionCode.UNUSABLE_NUMBER, () -> RegistryDeltas.read(
        new RegistryDelta("e", "us-ftc", ListAction.ADD, "", NOON, List.of("+12025550101", "nobody")), NUMBERING));
    assertRefused(RejectionCode.BAD_FIELD, () -> RegistryDeltas.read(
        new RegistryDelta("e", "us-ftc", ListAction.ADD, "+12025550101", NOON, List.of("+12025550102")), NUMBERING));
    assertRefused(RejectionCode.UNUSABLE_NUMBER, () -> RegistryDeltas.read(
        new RegistryDelta("e", "us-ftc", ListAction.ADD, "", NOON, List.of()), NUMBERING));
  }

  @Test
  void shouldRefuseADeltaThatItCannotTake() {
    // when / then
    assertRefused(RejectionCode.UNKNOWN_SYMBOL,
        () -> RegistryDeltas.read(new RegistryDelta("e", "us-ftc", ListAction.UNKNOWN, "2025550101", NOON, List.of()),
            NUMBERING));
    assertRefused(RejectionCode.UNUSABLE_NUMBER,
        () -> RegistryDeltas.read(new RegistryDelta("e", "us-ftc", ListAction.ADD, "5550101", NOON, List.of()),
            NUMBERING));
    assertRefused(RejectionCode.BAD_FIELD,
        () -> RegistryDeltas.read(new RegistryDelta("", "us-ftc", ListAction.ADD, "2025550101", NOON, List.of()),
            NUMBERING));
    assertRefused(RejectionCode.BAD_FIELD,
        () -> RegistryDeltas.read(new RegistryDelta("e", "x".repeat(65), ListAction.ADD, "2025550101", NOON, List.of()),
            NUMBERING));
  }

  @ParameterizedTest
  @EnumSource
  void shouldJudgeHoldsAndBlocksOnly(OperatorActionKind kind) {
    // given
    boolean ofRegion = kind == OperatorActionKind.EMERGENCY_BLOCK || kind == OperatorActionKind.EMERGENCY_RELEASE;
    var record = new OperatorAction("action", kind, ofRegion ? "US-LA" : NUMBER.e164(), "counsel", NOON, null,
        Map.of());

    // when
    Arrival arrival = OperatorActions.read(record, NUMBERING);

    // then
    switch (kind) {
      case HOLD, RELEASE -> {
        var entry = new EntryId("litigation", Reason.LITIGATION_HOLD, new Scope.All(), new Match.Exact());
        assertThat(arrival).isEqualTo(new Arrival.Listed(NUMBER,
            new ListEvent(entry, kind == OperatorActionKind.HOLD ? Change.ADDED : Change.REMOVED, NOON, null,
                new Provenance("operator", "counsel", null), Mark.of("action")),
            "action"));
      }
      case EMERGENCY_BLOCK -> assertThat(arrival).isEqualTo(new Arrival.Blocked(
          new EmergencyBlock("action", "US-LA", NOON, null, "no reason was given"), NOON, "action"));
      case EMERGENCY_RELEASE -> assertThat(arrival).isEqualTo(new Arrival.Unblocked("US-LA", NOON, "action"));
      default -> assertThat(arrival).isEqualTo(new Arrival.NoMatter());
    }
  }

  @ParameterizedTest
  @CsvSource({"usa, , ", "US-LA, yesterday, ", "US-LA, 2026-08-28T12:00:00Z, 2026-08-28T12:00:00Z"})
  void shouldRefuseBlocksThatCannotBeMeant(String region, @Nullable String from, @Nullable String to) {
    // given
    var details = new HashMap<String, String>();
    details.put("from", Objects.requireNonNullElse(from, "2026-08-28T11:00:00Z"));
    if (to != null) {
      details.put("to", to);
    }
    var record = new OperatorAction("action", OperatorActionKind.EMERGENCY_BLOCK, region, "counsel", NOON, "storm",
        details);

    // when, then
    assertRefused(RejectionCode.BAD_FIELD, () -> OperatorActions.read(record, NUMBERING));
  }

  @ParameterizedTest
  @EnumSource
  void shouldKnowEveryOutcomeButTheUnknown(Outcome outcome) {
    // given
    var record = new DialOutcome("request", "202 555 0101", "US", outcome, NOON);

    // when / then
    if (outcome == Outcome.UNKNOWN) {
      assertRefused(RejectionCode.UNKNOWN_SYMBOL, () -> DialOutcomes.read(record, NUMBERING));
    } else {
      assertThat(DialOutcomes.read(record, NUMBERING)).isEqualTo(new Arrival.Finished(NUMBER, "request",
          outcome != Outcome.NOT_DIALLED));
    }
  }

  @Test
  void shouldRefuseAnOutcomeWithoutNumberOrRequest() {
    // when / then
    assertRefused(RejectionCode.UNUSABLE_NUMBER,
        () -> DialOutcomes.read(new DialOutcome("r", "letters", "US", Outcome.PLACED, NOON), NUMBERING));
    assertRefused(RejectionCode.BAD_FIELD,
        () -> DialOutcomes.read(new DialOutcome("", "2025550101", "US", Outcome.PLACED, NOON), NUMBERING));
  }

  private static void assertRefused(RejectionCode code, ThrowingCallable reading) {
    assertThatExceptionOfType(RefusedRecord.class).isThrownBy(reading)
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
  }
}
