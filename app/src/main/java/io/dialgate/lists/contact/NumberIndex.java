package io.dialgate.lists.contact;

import java.util.Arrays;

import io.dialgate.lists.RefusedList;

/**
 * Distinct numbers in the order in which they first came, each with its place in that order: a set of twelve to thirty-two bytes
 * a number. A number is E.164 without its plus, as a {@code long}.
 */
public final class NumberIndex {

  /** The most numbers of one list: 400 MB. */
  public static final int MAX_NUMBERS = 10_000_000;

  private static final int FIRST_SLOTS = 1 << 10;

  /** The golden ratio's bits: multiplied by it, numbers that follow each other fall far apart. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** By place. */
  private long[] numbers = new long[FIRST_SLOTS / 2];

  /** By hash: the place and 1; 0 where there is none. */
  private int[] slots = new int[FIRST_SLOTS];

  private int size;

  /**
   * The place of a number, which it gets if it has none yet.
   *
   * @throws RefusedList if it would be one too many
   */
  public int add(long number) {
    int slot = slot(number);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == MAX_NUMBERS) {
      throw new RefusedList("expected a list of at most %,d numbers, but got more; split it".formatted(MAX_NUMBERS));
    }
    if (size == numbers.length) {
      grow();
      slot = slot(number);
    }
    numbers[size] = number;
    slots[slot] = ++size;
    return size - 1;
  }

  /** The place of a number; -1 if it has none. */
  public int find(long number) {
    return slots[slot(number)] - 1;
  }

  /** The number at a place. */
  public long at(int place) {
    return numbers[place];
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  private int slot(long number) {
    int slot = (int) ((number * SPREAD) >>> 32) & (slots.length - 1);
    while (slots[slot] != 0 && numbers[slots[slot] - 1] != number) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private void grow() {
    numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    slots = new int[2 * slots.length];
    for (int place = 0; place < size; place++) {
      slots[slot(numbers[place])] = place + 1;
    }
  }
}
