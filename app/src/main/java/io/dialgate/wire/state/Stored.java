package io.dialgate.wire.state;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.EntryId;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.dnc.Provenance;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.dnc.Scope;
import io.dialgate.domain.gate.Answered;
import io.dialgate.domain.gate.DialHistory;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.internal.StoredAllowance;
import io.dialgate.schemas.internal.StoredAnswer;
import io.dialgate.schemas.internal.StoredEntries;
import io.dialgate.schemas.internal.StoredEntry;
import io.dialgate.schemas.internal.StoredHistory;
import io.dialgate.wire.record.DialRequests;
import io.dialgate.wire.record.DncEntries;

/** State as records, and records as state. */
final class Stored {

  private Stored() {}

  static StoredEntries entries(NumberEntries entries) {
    return new StoredEntries(entries.standing().stream().map(Stored::entry).toList());
  }

  static NumberEntries entries(StoredEntries stored) {
    return new NumberEntries(stored.getEntries().stream().map(Stored::event).toList());
  }

  static StoredHistory history(DialHistory history) {
    return new StoredHistory(history.answered().stream().map(Stored::answer).toList());
  }

  static DialHistory history(StoredHistory stored) {
    return new DialHistory(stored.getAnswers().stream().map(Stored::answered).toList());
  }

  private static StoredEntry entry(ListEvent event) {
    var stored = new StoredEntry();
    stored.setRemoved(event.change() == Change.REMOVED);
    stored.setListId(event.entry().list());
    stored.setReason(DncReason.valueOf(event.entry().reason().name()));
    stored.setScope(DncEntries.scope(event.entry().scope()));
    stored.setMatchType(DncEntries.matchType(event.entry().match()));
    stored.setMatch(event.entry().match() instanceof Match.Wide wide ? wide.text() : "");
    stored.setSource(event.provenance().source());
    stored.setAddedBy(event.provenance().addedBy());
    stored.setOccurredAt(micros(event.occurredAt()));
    stored.setExpiresAt(event.expiresAt() == null ? null : micros(event.expiresAt()));
    stored.setConversationId(event.provenance().conversationId());
    stored.setIdMark(event.idMark());
    return stored;
  }

  private static ListEvent event(StoredEntry stored) {
    Match match = switch (stored.getMatchType()) {
      case PREFIX -> new Match.Prefix(stored.getMatch());
      case HASH -> new Match.Hash(stored.getMatch());
      case EXACT, UNKNOWN -> new Match.Exact();
    };
    var entry = new EntryId(stored.getListId(), Reason.valueOf(stored.getReason().name()),
        Scope.parse(stored.getScope()), match);
    return new ListEvent(entry, stored.getRemoved() ? Change.REMOVED : Change.ADDED, instant(stored.getOccurredAt()),
        optionalInstant(stored.getExpiresAt()),
        new Provenance(stored.getSource(), stored.getAddedBy(), stored.getConversationId()), stored.getIdMark());
  }

  private static StoredAnswer answer(Answered answered) {
    var stored = new StoredAnswer();
    stored.setRequestId(answered.requestId());
    stored.setQuestionMark(answered.questionMark());
    stored.setAnsweredAt(micros(answered.at()));
    Answered.Allowance allowance = answered.allowance();
    if (allowance != null) {
      stored.setAllowance(
          new StoredAllowance(DialRequests.toRecord(allowance.request()), micros(allowance.validUntil())));
    }
    return stored;
  }

  private static Answered answered(StoredAnswer stored) {
    StoredAllowance allowance = stored.getAllowance();
    return new Answered(stored.getRequestId(), stored.getQuestionMark(), instant(stored.getAnsweredAt()),
        allowance == null
            ? null
            : new Answered.Allowance(DialRequests.request(allowance.getRequest()), instant(allowance.getValidUntil())));
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static @Nullable Instant optionalInstant(@Nullable Long micros) {
    return micros == null ? null : instant(micros);
  }
}
