package io.dialgate.wire.record;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.EntryId;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.Provenance;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.dnc.Scope;
import io.dialgate.domain.hash.Mark;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.policy.Circumstances.EmergencyBlock;
import io.dialgate.schemas.OperatorAction;

/**
 * {@code operator-actions}: those that hold a number or block a region, and those that release it. The others are audited, not
 * judged.
 */
public final class OperatorActions {

  /** The list on which litigation holds stand. */
  public static final String HOLD_LIST = "litigation";

  /** The detail of a block that names its first instant. */
  public static final String FROM = "from";

  /** The detail of a block that names the first instant after it. */
  public static final String TO = "to";

  /** ISO 3166-1 alpha-2, or ISO 3166-2. */
  private static final Pattern REGIONS = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

  /** Where an operator's number without a country code is read. */
  private static final String REGION = "US";

  private OperatorActions() {}

  /** What the record holds or releases. */
  public static Arrival read(OperatorAction record, Numbering numbering) {
    return switch (record.getAction()) {
      case HOLD -> hold(record, Change.ADDED, numbering);
      case RELEASE -> hold(record, Change.REMOVED, numbering);
      case EMERGENCY_BLOCK -> block(record);
      case EMERGENCY_RELEASE -> new Arrival.Unblocked(region(record), record.getOccurredAt(),
          Fields.id("actionId", record.getActionId()));
      default -> new Arrival.NoMatter();
    };
  }

  private static Arrival block(OperatorAction record) {
    String id = Fields.id("actionId", record.getActionId());
    Instant from = moment(record, FROM);
    Instant to = moment(record, TO);
    Instant first = from == null ? record.getOccurredAt() : from;
    if (to != null && !to.isAfter(first)) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD,
          "expected details.to after the block begins (%s), but got %s; correct it, or leave it out".formatted(first,
              to));
    }
    String because = record.getBecause();
    var block = new EmergencyBlock(id, region(record), first, to,
        because == null ? "no reason was given" : Fields.clipped(because));
    return new Arrival.Blocked(block, record.getOccurredAt(), id);
  }

  private static String region(OperatorAction record) {
    if (!REGIONS.matcher(record.getSubject()).matches()) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD,
          "expected subject to be a region such as US or US-LA, but got '%s'; correct it"
              .formatted(Fields.clipped(record.getSubject())));
    }
    return asStandard(record.getSubject());
  }

  /** The United Kingdom has two codes; a block under the one that numbers do not have would bar nothing. */
  private static String asStandard(String region) {
    return region.equals("UK") || region.startsWith("UK-") ? "GB" + region.substring(2) : region;
  }

  private static @Nullable Instant moment(OperatorAction record, String detail) {
    String text = record.getDetails().get(detail);
    try {
      return text == null ? null : Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeParseException e) {
      throw new RefusedRecord(RejectionCode.BAD_FIELD,
          "expected details.%s to be a moment such as 2026-08-28T12:00:00Z, but got '%s'; correct it".formatted(detail,
              Fields.clipped(text)));
    }
  }

  private static Arrival hold(OperatorAction record, Change change, Numbering numbering) {
    String id = Fields.id("actionId", record.getActionId());
    var entry = new EntryId(HOLD_LIST, Reason.LITIGATION_HOLD, new Scope.All(), new Match.Exact());
    var event = new ListEvent(entry, change, record.getOccurredAt(), null,
        new Provenance("operator", Fields.clipped(record.getWho()), null), Mark.of(id));
    return new Arrival.Listed(Numbers.listed(record.getSubject(), REGION, numbering), event, id);
  }
}
