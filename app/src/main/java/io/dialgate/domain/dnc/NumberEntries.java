package io.dialgate.domain.dnc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.dialgate.domain.dnc.ListEvent.Change;

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

    /** The entry would be one more than {@link #MAX_ENTRIES}, and no mark of a removal can make room for it. */
    record Full() implements Merged {}
  }

  /** Adds what the event says. */
  public Merged merge(ListEvent event) {
    int at = find(event.entry());
    if (at >= 0) {
      return event.supersedes(standing.get(at)) ? new Merged.Changed(replaced(at, event)) : new Merged.NotNewer();
    }
    if (standing.size() < MAX_ENTRIES) {
      return new Merged.Changed(inserted(-at - 1, event));
    }
    return event.change() == Change.ADDED ? inPlaceOfOldestMark(event) : new Merged.Full();
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

  /** The entries as they were put on lists, expired ones included: all but the marks of removals. */
  public List<ListEvent> listed() {
    return standing.stream().filter(event -> event.change() == Change.ADDED).toList();
  }

  public boolean isEmpty() {
    return standing.isEmpty();
  }

  /** An addition is worth more than a mark: without the mark, an older addition can at worst suppress too much. */
  private Merged inPlaceOfOldestMark(ListEvent addition) {
    return standing.stream().filter(event -> event.change() == Change.REMOVED)
        .min(Comparator.comparing(ListEvent::occurredAt)).map(this::without).map(left -> left.merge(addition))
        .orElseGet(Merged.Full::new);
  }

  private NumberEntries without(ListEvent mark) {
    return new NumberEntries(standing.stream().filter(event -> !event.equals(mark)).toList());
  }

  private NumberEntries inserted(int at, ListEvent event) {
    var next = new ArrayList<>(standing);
    next.add(at, event);
    return new NumberEntries(next);
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
