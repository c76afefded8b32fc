package io.dialgate.wire.record;

import io.dialgate.domain.dnc.EntryId;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.Provenance;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.dnc.Scope;
import io.dialgate.domain.hash.Mark;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.schemas.OperatorAction;

/** {@code operator-actions}: those that hold a number, and those that release it. The others are audited, not judged. */
public final class OperatorActions {

  /** The list on which litigation holds stand. */
  public static final String HOLD_LIST = "litigation";

  /** Where an operator's number without a country code is read. */
  private static final String REGION = "US";

  private OperatorActions() {}

  /** What the record holds or releases. */
  public static Arrival read(OperatorAction record, Numbering numbering) {
    return switch (record.getAction()) {
      case HOLD -> hold(record, Change.ADDED, numbering);
      case RELEASE -> hold(record, Change.REMOVED, numbering);
      default -> new Arrival.NoMatter();
    };
  }

  private static Arrival hold(OperatorAction record, Change change, Numbering numbering) {
    String id = Fields.id("actionId", record.getActionId());
    var entry = new EntryId(HOLD_LIST, Reason.LITIGATION_HOLD, new Scope.All(), new Match.Exact());
    var event = new ListEvent(entry, change, record.getOccurredAt(), null,
        new Provenance("operator", Fields.clipped(record.getWho()), null), Mark.of(id));
    return new Arrival.Listed(Numbers.listed(record.getSubject(), REGION, numbering), event, id);
  }
}
