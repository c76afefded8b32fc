package io.dialgate.domain.risk.velocity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The values of a customer's attributes, on pages that are found by hash. The table grows and shrinks by a page at a time
 * (linear hashing, Litwin 1980): with 2^k ≤ pages &lt; 2^(k+1), a hash belongs to page {@code hash mod 2^(k+1)} if there is one,
 * else to {@code hash mod 2^k}.
 *
 * <p>Values that no window can hold any more go when their page is next looked at; every few events a page is looked at in turn.
 */
final class ValueTable {

  /** Values on one page, on average, before the table grows. */
  static final int GROWS_AT = 16;

  /** Values on one page, on average, below which the table shrinks. */
  static final int SHRINKS_AT = 4;

  /** Of so many events one looks at a page whose turn it is. */
  private static final int TURN = 8;

  private final Head head;
  private final VelocityPages pages;
  private final PageKeys keys;
  private final Map<Long, ValuePage> open = new HashMap<>();

  ValueTable(Head head, VelocityPages pages, PageKeys keys) {
    this.head = head;
    this.pages = pages;
    this.keys = keys;
  }

  /**
   * Adds an occurrence of a value.
   *
   * @param room how many values may be remembered
   * @return what lies beside it; null if there was no room to remember the value
   */
  Runs.@Nullable Beside add(int attribute, long hash, Moment at, Plan plan, int room) {
    ValuePage page = page(place(hash, head.buckets));
    tidy(page, plan.expired());
    ValuePage.Value value = page.find(attribute, hash);
    if (value == null) {
      if (head.values >= room) {
        return null;
      }
      value = new ValuePage.Value(attribute, hash, new Runs(List.of()));
      page.values().add(value);
      head.values++;
    }
    page.change();
    Runs.Beside beside = value.runs().add(at, plan.shortest());
    value.runs().forgetBefore(plan.earliest());
    return beside;
  }

  /**
   * Times that matter.
   *
   * @param expired no window that is still asked for reaches back to it
   * @param earliest the first time that an event may still have
   * @param shortest the shortest window
   */
  record Plan(long expired, long earliest, long shortest) {}

  /** Keeps pages small and few; once for each event. */
  void keep(Plan plan) {
    if (head.buckets > 1 && head.nextNumber % TURN == 0) {
      tidy(page(head.nextNumber / TURN % head.buckets), plan.expired());
    }
    if (head.values > GROWS_AT * head.buckets) {
      grow();
    } else if (head.buckets > 1 && head.values < SHRINKS_AT * head.buckets) {
      shrink();
    }
  }

  void write() {
    open.forEach((bucket, page) -> {
      if (page.changed()) {
        pages.put(keys.values(bucket), page.toBytes());
      }
    });
  }

  /** Deletes all pages. */
  void clear() {
    for (long bucket = 0; bucket < head.buckets; bucket++) {
      pages.delete(keys.values(bucket));
    }
  }

  private void tidy(ValuePage page, long expired) {
    head.values -= page.forgetUpTo(expired);
  }

  private void grow() {
    long added = head.buckets;
    ValuePage from = page(added - Long.highestOneBit(added));
    var to = new ValuePage();
    var moved = new ArrayList<ValuePage.Value>();
    for (ValuePage.Value value : from.values()) {
      if (place(value.hash(), added + 1) == added) {
        moved.add(value);
      }
    }
    from.values().removeAll(moved);
    to.values().addAll(moved);
    from.change();
    to.change();
    open.put(added, to);
    head.buckets++;
  }

  private void shrink() {
    long gone = head.buckets - 1;
    ValuePage from = page(gone);
    ValuePage to = page(gone - Long.highestOneBit(gone));
    to.values().addAll(from.values());
    to.change();
    open.remove(gone);
    pages.delete(keys.values(gone));
    head.buckets--;
  }

  private static long place(long hash, long buckets) {
    long wide = Long.highestOneBit(buckets) << 1;
    long place = hash & (wide - 1);
    return place < buckets ? place : hash & ((wide >>> 1) - 1);
  }

  private ValuePage page(long bucket) {
    return open.computeIfAbsent(bucket, it -> {
      byte[] bytes = pages.get(keys.values(it));
      return bytes == null ? new ValuePage() : new ValuePage(bytes);
    });
  }
}
