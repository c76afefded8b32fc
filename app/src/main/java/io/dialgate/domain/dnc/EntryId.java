package io.dialgate.domain.dnc;

import java.util.Comparator;

/** What makes two events speak of the same entry: list, reason, scope and match. */
public record EntryId(String list, Reason reason, Scope scope, Match match) implements Comparable<EntryId> {

  private static final Comparator<EntryId> ORDER = Comparator.comparing(EntryId::list).thenComparing(EntryId::reason)
      .thenComparing(id -> id.scope().text());

  /**
   * The order in which the entries of one number, or of one prefix or hash, stand. Their match is the same, so that it need
   * not be compared.
   */
  @Override
  public int compareTo(EntryId other) {
    return ORDER.compare(this, other);
  }
}
