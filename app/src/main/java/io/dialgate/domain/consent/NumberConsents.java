package io.dialgate.domain.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import io.dialgate.domain.consent.Consent.Kind;

/**
 * What the gate keeps of a person's consents, by number.
 *
 * <p>Merging is idempotent by id and, as long as there is room, independent of order: of two events with one id the one that
 * occurred later stands. What takes the place of
 * another when there is no room can only make the gate suppress more.
 *
 * @param standing in the order in which they occurred, then by id
 */
public record NumberConsents(List<Consent> standing) {

  /** The most consents of one number. Keeps a decision, which tells them all, under the size of an audit entry. */
  public static final int MAX_CONSENTS = 16;

  /** A person of whom nothing is known. */
  public static final NumberConsents NONE = new NumberConsents(List.of());

  private static final Comparator<Consent> ORDER = Comparator.comparing(Consent::occurredAt)
      .thenComparing(Consent::id);

  /** Of two with one id the later one; of two at one moment, the one that allows less; then any fixed choice. */
  private static final Comparator<Consent> STRENGTH = Comparator.comparing(Consent::occurredAt)
      .thenComparing(Consent::kind).thenComparing(NumberConsents::end, Comparator.reverseOrder())
      .thenComparing(consent -> Objects.toString(consent.brand(), "")).thenComparing(Consent::evidence);

  /** Keeps its own copy. */
  public NumberConsents {
    standing = List.copyOf(standing);
  }

  /** What an event did to the consents. */
  public sealed interface Merged {

    /** The event stands now. */
    record Changed(NumberConsents consents) implements Merged {}

    /** The same event, or a later one of its id, stands already. */
    record NotNewer() implements Merged {}

    /** It would be one more than {@link #MAX_CONSENTS}, and there is none whose place it could take. */
    record Full() implements Merged {}
  }

  /** Adds what the event says. */
  public Merged merge(Consent event) {
    Optional<Consent> same = standing.stream().filter(one -> one.id().equals(event.id())).findFirst();
    if (same.isPresent()) {
      return supersedes(event, same.get()) ? changed(without(same.get()), event) : new Merged.NotNewer();
    }
    if (standing.size() < MAX_CONSENTS) {
      return changed(standing, event);
    }
    return event.kind() == Kind.REVOCATION ? inPlaceOfLeave(event) : inPlaceOfItsLike(event);
  }

  public boolean isEmpty() {
    return standing.isEmpty();
  }

  private static boolean supersedes(Consent event, Consent standing) {
    return STRENGTH.compare(event, standing) > 0;
  }

  /** Of the oldest permission or relationship; else of an older revocation that says no more than this one. */
  private Merged inPlaceOfLeave(Consent revocation) {
    return oldest(one -> one.kind() != Kind.REVOCATION)
        .or(() -> oldest(one -> isCovered(one, revocation)))
        .<Merged>map(goes -> changed(without(goes), revocation)).orElseGet(Merged.Full::new);
  }

  /** Somebody who buys again and again: an older purchase for the same brand exempts from nothing more. */
  private Merged inPlaceOfItsLike(Consent leave) {
    return oldest(one -> one.kind() == leave.kind() && Objects.equals(one.brand(), leave.brand())
        && !one.occurredAt().isAfter(leave.occurredAt()) && !end(one).isAfter(end(leave)))
        .<Merged>map(goes -> changed(without(goes), leave)).orElseGet(Merged.Full::new);
  }

  private static boolean isCovered(Consent earlier, Consent revocation) {
    return !earlier.occurredAt().isAfter(revocation.occurredAt())
        && (revocation.brand() == null || revocation.brand().equals(earlier.brand()));
  }

  private static Instant end(Consent consent) {
    return consent.expiresAt() == null ? Instant.MAX : consent.expiresAt();
  }

  private Optional<Consent> oldest(Predicate<Consent> which) {
    return standing.stream().filter(which).findFirst();
  }

  private List<Consent> without(Consent gone) {
    return standing.stream().filter(one -> !one.equals(gone)).toList();
  }

  private static Merged changed(List<Consent> left, Consent event) {
    var next = new ArrayList<>(left);
    next.add(event);
    next.sort(ORDER);
    return new Merged.Changed(new NumberConsents(next));
  }
}
