package io.dialgate.wire.record;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.DialRequest.Call;
import io.dialgate.domain.policy.DialRequest.Caller;
import io.dialgate.domain.policy.DialRequest.Contact;
import io.dialgate.domain.policy.DialRequest.Purpose;
import io.dialgate.schemas.DialPurpose;

/** {@code dial-requests}. */
public final class DialRequests {

  private DialRequests() {}

  /** What the record asks. A number that is none is not refused here: the request is answered, with INVALID_NUMBER. */
  public static Arrival read(io.dialgate.schemas.DialRequest record, Numbering numbering) {
    DialRequest request = request(record);
    return new Arrival.Asked(request, numbering.read(request.phone(), request.region()));
  }

  /** The record as a domain value, its lengths checked. */
  public static DialRequest request(io.dialgate.schemas.DialRequest record) {
    var caller = new Caller(Fields.text("platform", record.getPlatform()),
        Fields.longText("campaignId", record.getCampaignId()), Fields.optionalText("brand", record.getBrand()));
    var call = new Call(Fields.optionalWord("callType", record.getCallType()),
        Fields.optionalWord("dialMode", record.getDialMode()), Fields.optionalWord("channel", record.getChannel()),
        Fields.optionalText("subject", record.getSubject()));
    var contact = new Contact(Fields.optionalText("contactId", record.getContactId()),
        Fields.optionalText("state", record.getState()), Fields.optionalText("postalCode", record.getPostalCode()),
        Fields.optionalText("zone", record.getZone()));
    return new DialRequest(Fields.id("requestId", record.getRequestId()), Fields.phone(record.getPhone()),
        Fields.text("region", record.getRegion()), purpose(record.getPurpose()), caller, call, contact,
        record.getRequestedAt(), record.getDialBy(), Fields.optionalText("batch", record.getBatch()));
  }

  /** The domain value as a record again. */
  public static io.dialgate.schemas.DialRequest toRecord(DialRequest request) {
    var record = new io.dialgate.schemas.DialRequest();
    record.setRequestId(request.id());
    record.setPhone(request.phone());
    record.setRegion(request.region());
    record.setCampaignId(request.caller().campaignId());
    record.setBrand(request.caller().brand());
    record.setPlatform(request.caller().platform());
    record.setPurpose(DialPurpose.valueOf(request.purpose().name()));
    record.setCallType(request.call().type());
    record.setDialMode(request.call().mode());
    record.setChannel(request.call().channel());
    record.setSubject(request.call().subject());
    record.setContactId(request.contact().id());
    record.setState(request.contact().state());
    record.setPostalCode(request.contact().postalCode());
    record.setZone(request.contact().zone());
    record.setRequestedAt(request.requestedAt());
    record.setDialBy(request.dialBy());
    record.setBatch(request.batch());
    return record;
  }

  private static Purpose purpose(DialPurpose purpose) {
    return switch (purpose) {
      case DIAL -> Purpose.DIAL;
      case SCRUB -> Purpose.SCRUB;
      case PREVIEW -> Purpose.PREVIEW;
      case UNKNOWN -> throw Symbols.unknown("purpose", "DIAL, SCRUB or PREVIEW");
    };
  }
}
