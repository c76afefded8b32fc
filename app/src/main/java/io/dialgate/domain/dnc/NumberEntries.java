package io.dialgate.domain.dnc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that was ever said about one number (or one prefix, or one hash): for each entry, the event that stands.
 *
 * <p>Merging is a join of last-writer-wins registers, one an entry, and therefore idempotent and independent of order. A
 * removal stays as a mark, for as long as an older addition could still arrive.
 *
 * @param standing the event that stands for each entry, in the order of {@link EntryId}
 */
public record NumberEntries(List<ListEvent> standing) {

  /** The most entries that one number can have, marks included. Keeps a decision under the size of an audit entry. */
  public static final int MAX_ENTRIES = 32;

  /** A number of which nothing was ever said. */
  public static final NumberEntries NONE = new NumberEntries(List.of());

  /** Keeps its own copy. */
  public NumberEntries {
    standing = List.copyOf(standing);
  }

  /** What an event did to the entries. */
  public sealed interface Merged {

    /** The event stands now. */
    record Changed(NumberEntries entries) implements Merged {}

    /** The same event, or a stronger one, stands already. */
    record NotNewer() implements Merged {}

    /** The entry would be one more than {@link #MAX_ENTRIES}. */
    record Full() implements Merged {}
  }

  /** Adds what the event says. */
  public Merged merge(ListEvent event) {
    int at = find(event.entry());
    if (at >= 0) {
      return event.supersedes(standing.get(at)) ? new Merged.Changed(replaced(at, event)) : new Merged.NotNewer();
    }
    if (standing.size() >= MAX_ENTRIES) {
      return new Merged.Full();
    }
    var next = new ArrayList<>(standing);
    next.add(-at - 1, event);
    return new Merged.Changed(new NumberEntries(next));
  }

  /** The entries that are on a list at that moment, whomever they bind. */
  public List<ListEvent> binding(Instant at) {
    return standing.stream().filter(event -> event.binds(at)).toList();
  }

  /**
   * Without what has passed: an entry that has expired becomes the mark of a removal, and a mark goes when no older event can
   * arrive any more. Neither changes what binds.
   */
  public NumberEntries swept(Instant now) {
    List<ListEvent> left = standing.stream().filter(event -> !event.isForgettable(now)).map(event -> event.faded(now))
        .toList();
    return left.equals(standing) ? this : new NumberEntries(left);
  }

  public boolean isEmpty() {
    return standing.isEmpty();
  }

  private NumberEntries replaced(int at, ListEvent event) {
    var next = new ArrayList<>(standing);
    next.set(at, event);
    return new NumberEntries(next);
  }

  /** The place of the entry, or {@code -(place to insert) - 1}. */
  private int find(EntryId id) {
    for (int i = 0; i < standing.size(); i++) {
      int order = standing.get(i).entry().compareTo(id);
      if (order == 0) {
        return i;
      }
      if (order > 0) {
        return -i - 1;
      }
    }
    return -standing.size() - 1;
  }
}
