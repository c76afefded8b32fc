package io.dialgate.wire.record;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.EntryId;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.dnc.Provenance;
import io.dialgate.domain.dnc.Scope;
import io.dialgate.schemas.DncEntry;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;

/** {@code dnc-entries}. */
public final class DncEntries {

  private DncEntries() {}

  /**
   * The number's entries as the world sees them: without the marks of removals.
   *
   * @param key the number, the prefix or the hash under which they stand
   * @return null if none is left: the record is a tombstone
   */
  public static @Nullable DncRecord toRecord(String key, NumberEntries entries, Instant now) {
    List<DncEntry> listed = entries.listed().stream().map(event -> toRecord(key, event)).toList();
    return listed.isEmpty() ? null : new DncRecord(key, listed, now);
  }

  /** One entry. */
  static DncEntry toRecord(String key, ListEvent event) {
    var record = new DncEntry();
    record.setListId(event.entry().list());
    record.setReason(DncReason.valueOf(event.entry().reason().name()));
    record.setScope(scope(event.entry().scope()));
    record.setMatchType(matchType(event.entry().match()));
    record.setMatch(event.entry().match() instanceof Match.Wide wide ? wide.text() : key);
    record.setSource(event.provenance().source());
    record.setAddedBy(event.provenance().addedBy());
    record.setAddedAt(event.occurredAt());
    record.setExpiresAt(event.expiresAt());
    record.setConversationId(event.provenance().conversationId());
    return record;
  }

  /** An entry of a decision's facts as the event that put it on its list, whose own id the record does not tell. */
  static ListEvent toEvent(DncEntry record) {
    Match match = switch (record.getMatchType()) {
      case EXACT -> new Match.Exact();
      case PREFIX -> new Match.Prefix(record.getMatch());
      case HASH -> new Match.Hash(record.getMatch());
      case UNKNOWN -> throw Symbols.unknown("matchType", "EXACT, PREFIX or HASH");
    };
    var entry = new EntryId(record.getListId(), Symbols.reason(record.getReason(), ListAction.ADD),
        Scope.parse(record.getScope()), match);
    return new ListEvent(entry, Change.ADDED, record.getAddedAt(), record.getExpiresAt(),
        new Provenance(record.getSource(), record.getAddedBy(), record.getConversationId()), 0);
  }

  /** All is written as absent: most entries bind everybody. */
  public static @Nullable String scope(Scope scope) {
    return scope instanceof Scope.All ? null : scope.text();
  }

  /** How the match is to be read. */
  public static MatchType matchType(Match match) {
    return switch (match) {
      case Match.Exact _ -> MatchType.EXACT;
      case Match.Prefix _ -> MatchType.PREFIX;
      case Match.Hash _ -> MatchType.HASH;
    };
  }
}
