package io.dialgate.lists.merge;

import java.util.Arrays;

import io.dialgate.lists.layout.Digits;

/**
 * Sorts pairs by their numbers, and keeps the order of those whose number is the same: a least-significant-digit radix sort of
 * {@link Digits#BITS} bits. It uses as much memory again as the pairs take.
 */
final class RadixSort {

  private static final int BITS = 10;
  private static final int BUCKETS = 1 << BITS;
  private static final int PASSES = (Digits.BITS + BITS - 1) / BITS;

  private long[] numbers;
  private long[] payloads;
  private long[] otherNumbers;
  private long[] otherPayloads;

  RadixSort(int capacity) {
    numbers = new long[capacity];
    payloads = new long[capacity];
    otherNumbers = new long[capacity];
    otherPayloads = new long[capacity];
  }

  int capacity() {
    return numbers.length;
  }

  void put(int at, long number, long payload) {
    numbers[at] = number;
    payloads[at] = payload;
  }

  long number(int at) {
    return numbers[at];
  }

  long payload(int at) {
    return payloads[at];
  }

  /** Sorts the first ones. */
  void sort(int size) {
    int[] starts = new int[BUCKETS];
    for (int pass = 0; pass < PASSES; pass++) {
      int shift = pass * BITS;
      Arrays.fill(starts, 0);
      for (int i = 0; i < size; i++) {
        starts[bucket(numbers[i], shift)]++;
      }
      int start = 0;
      for (int bucket = 0; bucket < BUCKETS; bucket++) {
        int count = starts[bucket];
        starts[bucket] = start;
        start += count;
      }
      for (int i = 0; i < size; i++) {
        int to = starts[bucket(numbers[i], shift)]++;
        otherNumbers[to] = numbers[i];
        otherPayloads[to] = payloads[i];
      }
      swap();
    }
  }

  private void swap() {
    long[] swapped = numbers;
    numbers = otherNumbers;
    otherNumbers = swapped;
    swapped = payloads;
    payloads = otherPayloads;
    otherPayloads = swapped;
  }

  private static int bucket(long number, int shift) {
    return (int) (number >>> shift) & (BUCKETS - 1);
  }
}
