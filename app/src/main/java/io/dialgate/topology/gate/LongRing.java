package io.dialgate.topology.gate;

import java.util.Arrays;

/** A queue of longs that holds no objects: eight bytes each, whatever the garbage collector. */
final class LongRing {

  private long[] slots = new long[1024];
  private int head;
  private int size;

  int size() {
    return size;
  }

  void addLast(long value) {
    if (size == slots.length) {
      grow();
    }
    slots[slot(size)] = value;
    size++;
  }

  /** The value at this place, counted from the oldest: 0 to {@link #size()} exclusive. */
  long get(int index) {
    return slots[slot(index)];
  }

  /** Takes the oldest off; there must be one. */
  void removeFirst() {
    head = slot(1);
    size--;
  }

  private int slot(int index) {
    return (head + index) & (slots.length - 1);
  }

  private void grow() {
    long[] larger = Arrays.copyOf(Arrays.copyOfRange(slots, head, slots.length), slots.length * 2);
    System.arraycopy(slots, 0, larger, slots.length - head, head);
    slots = larger;
    head = 0;
  }
}
