package io.dialgate.domain.dnc;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * One entry was added to a list, or taken off it.
 *
 * @param entry which entry
 * @param change added or removed
 * @param occurredAt when the wish was expressed or the registry changed, not when we heard of it
 * @param expiresAt the first instant at which the entry no longer binds; null: never
 * @param provenance where it comes from
 * @param idMark a mark of the event's id, by which a repetition is known
 */
public record ListEvent(EntryId entry, Change change, Instant occurredAt, @Nullable Instant expiresAt,
    Provenance provenance, long idMark) {

  /** What happened to the entry. In the order of strength: at a tie, the addition wins. */
  public enum Change {
    REMOVED, ADDED
  }

  /**
   * Which of two events of one entry stands. A total order on content, so that the same events give the same table in any
   * order of arrival: later before earlier, added before removed, the longer-lasting, then any fixed choice.
   */
  private static final Comparator<ListEvent> STRENGTH = Comparator.comparing(ListEvent::occurredAt)
      .thenComparing(ListEvent::change)
      .thenComparing(event -> event.expiresAt() == null ? Instant.MAX : event.expiresAt())
      .thenComparingLong(ListEvent::idMark)
      .thenComparing(event -> event.provenance().toString());

  /**
   * Whether this event takes the other's place. An event that is repeated does not: its id stands already. But where a
   * producer uses one id for a removal and a later addition, the addition counts: in doubt, somebody does not want to be
   * called.
   */
  boolean supersedes(ListEvent standing) {
    return idMark == standing.idMark
        ? change == Change.ADDED && standing.change == Change.REMOVED && occurredAt.isAfter(standing.occurredAt)
        : STRENGTH.compare(this, standing) > 0;
  }

  /** Whether the entry is on the list at that moment. */
  public boolean binds(Instant at) {
    return change == Change.ADDED && (expiresAt == null || at.isBefore(expiresAt));
  }

  /**
   * Whether the entry is meant for a call that this brand (null: none) and campaign would make. A litigation hold is meant for
   * every call, whatever its scope says.
   */
  public boolean concerns(@Nullable String brand, String campaign) {
    return entry.reason() == Reason.LITIGATION_HOLD || entry.scope().binds(brand, campaign);
  }

  /** An entry that has expired, as the mark of its removal; anything else as it is. */
  ListEvent faded(Instant now) {
    return change == Change.ADDED && !binds(now)
        ? new ListEvent(entry, Change.REMOVED, occurredAt, null, provenance, idMark)
        : this;
  }

  /** Whether it is a mark that no older event can need any more: its input is kept no longer. */
  boolean isForgettable(Instant now) {
    return change == Change.REMOVED && occurredAt.plus(entry.reason().inputKept()).isBefore(now);
  }
}
