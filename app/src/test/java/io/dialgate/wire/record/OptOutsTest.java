package io.dialgate.wire.record;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.wire.record.Records.NUMBERING;
import static io.dialgate.wire.record.Records.optOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.domain.dnc.EntryId;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.NumberHash;
import io.dialgate.domain.dnc.Provenance;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.dnc.Scope;
import io.dialgate.domain.hash.Mark;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OptOutDisposition;

class OptOutsTest {

  private static final PhoneNumber NUMBER = new PhoneNumber("+12025550101");

  @Test
  void shouldReadEveryField() {
    // when
    Arrival arrival = OptOuts.read(optOut(), NUMBERING);

    // then
    var entry = new EntryId("list", Reason.PLATFORM_LIST, new Scope.Brand("acme"), new Match.Exact());
    assertThat(arrival).isEqualTo(new Arrival.Listed(NUMBER, new ListEvent(entry, Change.ADDED, NOON,
        NOON.plusSeconds(60), new Provenance("source", "person", "conversation"), Mark.of("event")), "event"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void shouldKnowEveryReason(DncReason reason) {
    // given
    OptOutDisposition record = changed(it -> it.setReason(reason));

    // when / then
    assertThat(listed(record).entry().reason().name()).isEqualTo(reason.name());
  }

  @Test
  void shouldTakeAnUnknownReasonForAPolicyButNotRemoveByIt() {
    // given
    OptOutDisposition addition = changed(it -> it.setReason(DncReason.UNKNOWN));
    OptOutDisposition removal = changed(it -> {
      it.setReason(DncReason.UNKNOWN);
      it.setAction(ListAction.REMOVE);
    });

    // when / then
    assertThat(listed(addition).entry().reason()).isEqualTo(Reason.INTERNAL_POLICY);
    assertRefused(removal, RejectionCode.UNKNOWN_SYMBOL);
  }

  @Test
  void shouldReadPrefixAndHash() {
    // given
    String digest = NumberHash.of(NUMBER);
    OptOutDisposition prefix = changed(it -> {
      it.setMatchType(MatchType.PREFIX);
      it.setPhone(" +1900 ");
    });
    OptOutDisposition hash = changed(it -> {
      it.setMatchType(MatchType.HASH);
      it.setPhone(digest);
    });

    // when / then
    assertThat(OptOuts.read(prefix, NUMBERING)).isInstanceOfSatisfying(Arrival.ListedWide.class,
        wide -> assertThat(wide.match()).isEqualTo(new Match.Prefix("+1900")));
    assertThat(OptOuts.read(hash, NUMBERING)).isInstanceOfSatisfying(Arrival.ListedWide.class,
        wide -> assertThat(wide.event().entry().match()).isEqualTo(new Match.Hash(digest)));
  }

  @Test
  void shouldCutWhatDecidesNothingRatherThanLoseTheOptOut() {
    // given
    OptOutDisposition record = changed(it -> {
      it.setSource("s".repeat(100));
      it.setAddedBy("a".repeat(100));
      it.setConversationId("c".repeat(100));
    });

    // when / then
    assertThat(listed(record).provenance())
        .isEqualTo(new Provenance("s".repeat(64), "a".repeat(64), "c".repeat(64)));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(refusal("eventId", it -> it.setEventId(""), RejectionCode.BAD_FIELD),
        refusal("action", it -> it.setAction(ListAction.UNKNOWN), RejectionCode.UNKNOWN_SYMBOL),
        refusal("matchType", it -> it.setMatchType(MatchType.UNKNOWN), RejectionCode.UNKNOWN_SYMBOL),
        refusal("phone", it -> it.setPhone("letters"), RejectionCode.UNUSABLE_NUMBER),
        refusal("scope", it -> it.setScope("region:us"), RejectionCode.BAD_FIELD),
        refusal("listId", it -> it.setListId("x".repeat(65)), RejectionCode.BAD_FIELD),
        refusal("prefix", it -> it.setMatchType(MatchType.PREFIX), RejectionCode.BAD_FIELD),
        refusal("hash", it -> it.setMatchType(MatchType.HASH), RejectionCode.BAD_FIELD),
        refusal("expiry that is no later", it -> it.setExpiresAt(NOON), RejectionCode.BAD_FIELD),
        refusal("expiry of zero", it -> it.setExpiresAt(Instant.EPOCH), RejectionCode.BAD_FIELD));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void shouldRefuse(String name, OptOutDisposition record, RejectionCode code) {
    // when / then
    assertRefused(record, code);
  }

  @Test
  void shouldTakeTheShortestExpiryAndNone() {
    // when / then
    assertThat(listed(changed(it -> it.setExpiresAt(NOON.plusNanos(1_000)))).expiresAt())
        .isEqualTo(NOON.plusNanos(1_000));
    assertThat(listed(changed(it -> it.setExpiresAt(null))).expiresAt()).isNull();
  }

  private static ListEvent listed(OptOutDisposition record) {
    return ((Arrival.Listed) OptOuts.read(record, NUMBERING)).event();
  }

  private static void assertRefused(OptOutDisposition record, RejectionCode code) {
    assertThatExceptionOfType(RefusedRecord.class).isThrownBy(() -> OptOuts.read(record, NUMBERING))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(code)).withMessageContaining("; ");
  }

  private static OptOutDisposition changed(Consumer<OptOutDisposition> change) {
    OptOutDisposition record = optOut();
    change.accept(record);
    return record;
  }

  private static Arguments refusal(String name, Consumer<OptOutDisposition> change, RejectionCode code) {
    return Arguments.of(name, changed(change), code);
  }
}
