package io.dialgate.numbering;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.phone.Numbering.Reading;

/**
 * What E.164 texts were read as lately. Bounded: a text has two slots, the later text moves the earlier one to the second,
 * so that it needs neither locks nor an order of use.
 */
final class RecentReadings {

  /** How many texts are remembered at most; a power of two. At 150 bytes each, 2.5 MB. */
  static final int SLOTS = 1 << 14;

  private final AtomicReferenceArray<@Nullable Remembered> slots = new AtomicReferenceArray<>(SLOTS);

  @Nullable
  Reading find(String text) {
    int first = slot(text);
    Reading reading = at(first, text);
    return reading != null ? reading : at(first ^ 1, text);
  }

  void remember(String text, Reading reading) {
    int first = slot(text);
    slots.setRelease(first ^ 1, slots.getAcquire(first));
    slots.setRelease(first, new Remembered(text, reading));
  }

  private @Nullable Reading at(int slot, String text) {
    Remembered there = slots.getAcquire(slot);
    return there != null && there.text.equals(text) ? there.reading : null;
  }

  /** The first, even, of a text's two slots. The lower bits of a string's hash hang on its last characters: mix all in. */
  private static int slot(String text) {
    int hash = text.hashCode();
    return (hash ^ (hash >>> 16)) & (SLOTS - 2);
  }

  private record Remembered(String text, Reading reading) {}
}
