package io.dialgate.numbering;

import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * What was found out lately about E.164 texts. Bounded: a text has two slots, the later text moves the earlier one to the
 * second, so that it needs neither locks nor an order of use. Safe for use by several threads.
 *
 * @param <V> what is found out; immutable
 */
public final class Recent<V> {

  /** How many texts are remembered at most; a power of two. Readings take 150 bytes each, so 2.5 MB. */
  static final int SLOTS = 1 << 14;

  private final AtomicReferenceArray<@Nullable Remembered<V>> slots = new AtomicReferenceArray<>(SLOTS);

  /** What was remembered of a text last; null if nothing, or too long ago. */
  public @Nullable V find(String text) {
    int first = slot(text);
    V found = at(first, text);
    return found != null ? found : at(first ^ 1, text);
  }

  /** Remembers a text for a while. */
  public void remember(String text, V found) {
    int first = slot(text);
    slots.setRelease(first ^ 1, slots.getAcquire(first));
    slots.setRelease(first, new Remembered<>(text, found));
  }

  private @Nullable V at(int slot, String text) {
    Remembered<V> there = slots.getAcquire(slot);
    return there != null && there.text.equals(text) ? there.found : null;
  }

  /** The first, even, of a text's two slots. The lower bits of a string's hash hang on its last characters: mix all in. */
  private static int slot(String text) {
    int hash = text.hashCode();
    return (hash ^ (hash >>> 16)) & (SLOTS - 2);
  }

  private record Remembered<V>(String text, V found) {}
}
