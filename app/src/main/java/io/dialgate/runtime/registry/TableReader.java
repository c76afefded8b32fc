package io.dialgate.runtime.registry;

import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.lists.Areas;
import io.dialgate.lists.layout.Digits;
import io.dialgate.lists.merge.Spool;
import io.dialgate.runtime.client.WholeTopic;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.MatchType;
import io.dialgate.wire.Topics;

/** What the table has of a registry, from {@code dnc-entries}. */
final class TableReader {

  private final Settings settings;
  private final Cluster cluster;

  TableReader(Settings settings, Cluster cluster) {
    this.settings = settings;
    this.cluster = cluster;
  }

  /** Puts every number that was ever on the registry's list into the spool, with 1 if it is, else 0; the last one counts. */
  void read(String registry, Areas areas, Spool held, Stages stages) {
    try (var table = new WholeTopic<>(settings, cluster, Topics.DNC_ENTRIES, DncRecord.class)) {
      stages.begin("reading what the table has of " + registry, table.size());
      table.forEach((key, record) -> {
        stages.at(table.read());
        if (PhoneNumber.isE164(key)) {
          long number = Digits.of(key);
          if (areas.cover(number)) {
            held.add(number, record != null && lists(registry, record) ? 1 : 0);
          }
        }
      });
      stages.end();
    }
  }

  private static boolean lists(String registry, DncRecord record) {
    return record.getEntries().stream()
        .anyMatch(entry -> entry.getListId().equals(registry) && entry.getMatchType() == MatchType.EXACT);
  }
}
