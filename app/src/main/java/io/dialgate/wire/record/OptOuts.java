package io.dialgate.wire.record;

import java.time.Instant;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.EntryId;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.Provenance;
import io.dialgate.domain.dnc.Scope;
import io.dialgate.domain.hash.Mark;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.OptOutDisposition;

/** {@code opt-out-dispositions}. */
public final class OptOuts {

  private OptOuts() {}

  /** What the record puts on a list or takes off it. */
  public static Arrival read(OptOutDisposition record, Numbering numbering) {
    String receipt = Fields.id("eventId", record.getEventId());
    return switch (record.getMatchType()) {
      case EXACT -> new Arrival.Listed(Numbers.listed(record.getPhone(), record.getRegion(), numbering),
          event(record, new Match.Exact()), receipt);
      case PREFIX -> wide(record, Match.Prefix::new, receipt);
      case HASH -> wide(record, Match.Hash::new, receipt);
      case UNKNOWN -> throw Symbols.unknown("matchType", "EXACT, PREFIX or HASH");
    };
  }

  private static Arrival wide(OptOutDisposition record, Function<String, Match.Wide> form, String receipt) {
    try {
      Match.Wide match = form.apply(record.getPhone().strip());
      return new Arrival.ListedWide(match, event(record, match), receipt);
    } catch (IllegalArgumentException e) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD, "phone: " + e.getMessage());
    }
  }

  private static ListEvent event(OptOutDisposition record, Match match) {
    var entry = new EntryId(Fields.text("listId", record.getListId()),
        Symbols.reason(record.getReason(), record.getAction()), scope(record), match);
    var provenance = new Provenance(Fields.clipped(record.getSource()), Fields.clipped(record.getAddedBy()),
        Fields.optionalClipped(record.getConversationId()));
    return new ListEvent(entry, Symbols.change(record.getAction()), record.getOccurredAt(), expiry(record),
        provenance, Mark.of(record.getEventId()));
  }

  /** An expiry that is over before it begins is none that anybody meant: 0 for never, or seconds for microseconds. */
  private static @Nullable Instant expiry(OptOutDisposition record) {
    Instant expiresAt = record.getExpiresAt();
    if (expiresAt != null && record.getAction() == ListAction.ADD && !expiresAt.isAfter(record.getOccurredAt())) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD,
          "expected expiresAt after occurredAt (%s), but got %s; correct it, or leave it out for an entry that never expires"
              .formatted(record.getOccurredAt(), expiresAt));
    }
    return expiresAt;
  }

  private static Scope scope(OptOutDisposition record) {
    try {
      return Scope.parse(Fields.scope(record.getScope()));
    } catch (IllegalArgumentException e) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD, "scope: " + e.getMessage());
    }
  }
}
