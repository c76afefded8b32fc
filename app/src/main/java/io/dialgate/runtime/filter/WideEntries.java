package io.dialgate.runtime.filter;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.runtime.client.WholeTopic;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.Arrival;
import io.dialgate.wire.record.OptOuts;
import io.dialgate.wire.record.RefusedRecord;

/**
 * The prefixes and hashes that are on lists. The table's topic does not tell them, so they are made again from what was said, by
 * the gate's own rule.
 *
 * @param prefixes beginnings of E.164 numbers
 * @param hashes SHA-256 of numbers, in hex
 */
record WideEntries(Set<String> prefixes, Set<String> hashes) {

  static WideEntries read(Settings settings, Cluster cluster, Numbering numbering) {
    var standing = new TreeMap<String, NumberEntries>();
    try (var all = new WholeTopic<>(settings, cluster, Topics.OPT_OUT_DISPOSITIONS, OptOutDisposition.class)) {
      all.forEach(record -> {
        if ((record.getMatchType() == MatchType.PREFIX || record.getMatchType() == MatchType.HASH)
            && arrival(record, numbering) instanceof Arrival.ListedWide(Match.Wide match, var event, var _)) {
          NumberEntries before = standing.getOrDefault(match.text(), NumberEntries.NONE);
          if (before.merge(event) instanceof NumberEntries.Merged.Changed(NumberEntries next)) {
            standing.put(match.text(), next);
          }
        }
      });
    }
    var prefixes = new TreeSet<String>();
    var hashes = new TreeSet<String>();
    standing.forEach((text, entries) -> {
      if (!entries.listed().isEmpty()) {
        (text.startsWith("+") ? prefixes : hashes).add(text);
      }
    });
    return new WideEntries(prefixes, hashes);
  }

  /** What the gate refused is on no list. */
  private static Arrival arrival(OptOutDisposition record, Numbering numbering) {
    try {
      return OptOuts.read(record, numbering);
    } catch (RefusedRecord refused) {
      return new Arrival.NoMatter();
    }
  }
}
