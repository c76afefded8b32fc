package io.dialgate.query;

import java.util.List;
import java.util.Map;

import io.dialgate.domain.dnc.NumberEntries;

/** What a query came to. */
public sealed interface Found {

  /**
   * This instance has it.
   *
   * @param entries by the key under which they stand: the number, and the prefixes and the hash that cover it
   * @param partition the number's
   * @param positions of each input the offset of the last record that its table was changed by
   */
  record Here(List<Keyed> entries, int partition, Map<String, Long> positions) implements Found {}

  /** Another instance has it. */
  record Elsewhere(String hostAndPort) implements Found {}

  /** Nobody can tell at this moment: why. */
  record Nowhere(String why) implements Found {}

  /** What stands under a key. */
  record Keyed(String key, NumberEntries entries) {}
}
