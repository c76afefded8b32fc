package io.dialgate.topology.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.kafka.streams.state.KeyValueStore;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.dnc.NumberEntries.Merged;
import io.dialgate.domain.dnc.NumberHash;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RejectionCode;

/**
 * The prefix and hash entries, as one task has them. A store holds them; which prefixes there are, and whether there are any
 * hashes, is kept in memory, so that a request costs no look-up for what does not exist.
 */
final class WideTable {

  /** Prefixes that the gate can hold: they are kept in memory by every task. */
  static final int MAX_PREFIXES = 10_000;

  private final KeyValueStore<String, NumberEntries> store;
  private final Set<String> prefixes = new HashSet<>();
  private boolean anyHash;

  WideTable(KeyValueStore<String, NumberEntries> store) {
    this.store = store;
    try (var all = store.all()) {
      all.forEachRemaining(row -> remember(row.key, row.value));
    }
  }

  /**
   * Adds what the event says.
   *
   * @return whether it changed anything
   * @throws RefusedRecord if it would be one entry, or one prefix, too many
   */
  boolean merge(Match.Wide match, ListEvent event) {
    return switch (standing(match.text()).merge(event)) {
      case Merged.Changed(NumberEntries next) -> {
        admit(match, event);
        store.put(match.text(), next);
        remember(match.text(), next);
        yield true;
      }
      case Merged.NotNewer _ -> false;
      case Merged.Full _ -> throw TooMany.entries();
    };
  }

  /** Those that cover a number, and bind at that moment. */
  List<ListEvent> covering(PhoneNumber number, Instant at) {
    if (prefixes.isEmpty() && !anyHash) {
      return List.of();
    }
    var covering = new ArrayList<ListEvent>();
    for (int length = 2; length <= number.e164().length() && !prefixes.isEmpty(); length++) {
      String prefix = number.e164().substring(0, length);
      if (prefixes.contains(prefix)) {
        covering.addAll(standing(prefix).binding(at));
      }
    }
    if (anyHash) {
      covering.addAll(standing(NumberHash.of(number)).binding(at));
    }
    return covering;
  }

  private NumberEntries standing(String text) {
    NumberEntries entries = store.get(text);
    return entries == null ? NumberEntries.NONE : entries;
  }

  private void admit(Match.Wide match, ListEvent event) {
    if (match instanceof Match.Prefix && event.change() == Change.ADDED && prefixes.size() >= MAX_PREFIXES
        && !prefixes.contains(match.text())) {
      throw new RefusedRecord(RejectionCode.TOO_MANY_PREFIXES,
          "expected at most %d prefixes, and this would be one more; remove one that is no longer needed"
              .formatted(MAX_PREFIXES));
    }
  }

  /** A prefix whose entries are all removed makes room for another. */
  private void remember(String text, NumberEntries entries) {
    boolean listed = !entries.listed().isEmpty();
    if (!text.startsWith("+")) {
      anyHash |= listed;
    } else if (listed) {
      prefixes.add(text);
    } else {
      prefixes.remove(text);
    }
  }
}
