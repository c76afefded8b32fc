package io.dialgate.domain.consent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.dialgate.domain.consent.Consent.Kind;

/**
 * What the gate keeps of a person's consents, by number.
 *
 * <p>Merging is idempotent by id and, as long as there is room, independent of order: of two events with one id the one that
 * occurred later stands. A revocation always finds room: what goes for it can only have allowed more calls.
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

    /** It would be one more than {@link #MAX_CONSENTS}. */
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
    return event.kind() == Kind.REVOCATION ? inPlaceOfAnother(event) : new Merged.Full();
  }

  public boolean isEmpty() {
    return standing.isEmpty();
  }

  /** The later one; of two at one moment, the one that allows less. */
  private static boolean supersedes(Consent event, Consent standing) {
    int later = event.occurredAt().compareTo(standing.occurredAt());
    return later > 0 || (later == 0 && event.kind().compareTo(standing.kind()) > 0);
  }

  /** Of a permission or a relationship first, the oldest; else of the oldest revocation. */
  private Merged inPlaceOfAnother(Consent revocation) {
    Consent goes = oldest(one -> one.kind() != Kind.REVOCATION).or(() -> oldest(_ -> true)).orElseThrow();
    return changed(without(goes), revocation);
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
