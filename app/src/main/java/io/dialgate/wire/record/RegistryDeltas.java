package io.dialgate.wire.record;

import io.dialgate.domain.dnc.EntryId;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.Provenance;
import io.dialgate.domain.dnc.Registry;
import io.dialgate.domain.dnc.Scope;
import io.dialgate.domain.hash.Mark;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.schemas.RegistryDelta;

/** {@code registry-deltas}. */
public final class RegistryDeltas {

  /** Registries write international numbers; a national one can only be of the registry's own country, the first of them. */
  private static final String REGION = "US";

  private RegistryDeltas() {}

  /** What the record puts on the registry's list or takes off it: one number, or several. */
  public static Arrival read(RegistryDelta record, Numbering numbering) {
    Fields.id("eventId", record.getEventId());
    String registry = Fields.text("registry", record.getRegistry());
    var entry = new EntryId(registry, Registry.reason(registry), new Scope.All(), new Match.Exact());
    if (record.getPhones().isEmpty()) {
      return listed(record, entry, record.getPhone(), record.getEventId(), numbering);
    }
    if (!record.getPhone().isEmpty()) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD,
          "expected either phone or phones, but got both; name one number in phone, and several in phones");
    }
    return new Arrival.ListedTogether(record.getPhones().stream()
        .map(phone -> listed(record, entry, phone, record.getEventId() + ":" + phone, numbering)).toList());
  }

  private static Arrival.Listed listed(RegistryDelta record, EntryId entry, String phone, String eventId,
      Numbering numbering) {
    var event = new ListEvent(entry, Symbols.change(record.getAction()), record.getAsOf(), null,
        new Provenance(record.getRegistry(), record.getRegistry(), null), Mark.of(eventId));
    return new Arrival.Listed(Numbers.listed(phone, REGION, numbering), event, null);
  }
}
