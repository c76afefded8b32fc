package io.dialgate.domain.risk.velocity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is told once of a customer: where its tree and its values begin, and what was forgotten. */
final class Head {

  private static final int VERSION = 1;

  /** The time of the latest event, in microseconds since 1970; 0 before the first. */
  long latest;

  /** The number that the next event gets. */
  long nextNumber = 1;

  /** The tree's topmost page. */
  long root;

  /** Levels of the tree above its leaves; -1 while there is no tree. */
  int height = -1;

  /** The id that the tree's next page gets. */
  long nextPage;

  /** Events in the tree. */
  long events;

  /** The time that no window may reach any more before the first leaf is looked at again. */
  long firstLeafEnds;

  /** The time of the last event that was forgotten for want of room; 0 if none was. */
  long forgotten;

  /** Pages of values; at least 1. */
  long buckets = 1;

  /** Values on them. */
  long values;

  /** The currencies that are summed, in the order in which they came. */
  final List<String> currencies = new ArrayList<>();

  /** By attribute: the latest time of an event whose value was not remembered for want of room; 0 if there was none. */
  final long[] unremembered;

  /** By attribute and window: runs that began on leaves that were dropped and did not end there. */
  final long[] open;

  /** Of a customer of which nothing is known. */
  Head(Layout layout) {
    unremembered = new long[layout.attributes()];
    open = new long[layout.attributes() * layout.windows()];
  }

  static Head read(byte[] bytes, Layout layout) {
    var reader = new PageReader(bytes, VERSION);
    var head = new Head(layout);
    head.latest = reader.number();
    head.nextNumber = reader.number();
    head.root = reader.number();
    head.height = reader.count() - 1;
    head.nextPage = reader.number();
    head.events = reader.number();
    head.firstLeafEnds = reader.number();
    head.forgotten = reader.number();
    head.buckets = reader.number();
    head.values = reader.number();
    int currencies = reader.count();
    for (int i = 0; i < currencies; i++) {
      head.currencies.add(new String(reader.text(), StandardCharsets.US_ASCII));
    }
    readInto(head.unremembered, reader);
    readInto(head.open, reader);
    return head;
  }

  byte[] toBytes() {
    var writer = new PageWriter().fixed(VERSION, 1).number(latest).number(nextNumber).number(root).number(height + 1L)
        .number(nextPage).number(events).number(firstLeafEnds).number(forgotten).number(buckets).number(values)
        .number(currencies.size());
    currencies.forEach(it -> writer.text(it.getBytes(StandardCharsets.US_ASCII)));
    for (long time : unremembered) {
      writer.number(time);
    }
    for (long count : open) {
      writer.number(count);
    }
    return writer.toBytes();
  }

  private static void readInto(long[] numbers, PageReader reader) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = reader.number();
    }
  }
}
