package io.dialgate.wire.record;

import static io.dialgate.domain.dnc.Said.NOON;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OptOutDisposition;

/** Records for tests, every field of which says something. */
final class Records {

  static final Numbering NUMBERING = new LibPhoneNumbering();

  private Records() {}

  static DialRequest request() {
    return DialRequest.newBuilder().setRequestId("request").setPhone("(202) 555-0101").setRegion("US")
        .setCampaignId("campaign").setBrand("brand").setPlatform("platform").setPurpose(DialPurpose.SCRUB)
        .setCallType("callType").setDialMode("dialMode").setChannel("channel").setSubject("subject")
        .setContactId("contact").setState("TX").setPostalCode("78701").setZone("America/Chicago").setRequestedAt(NOON)
        .setDialBy(NOON.plusSeconds(60)).setBatch("5f2a9c0d1e3b4a76").build();
  }

  static OptOutDisposition optOut() {
    return OptOutDisposition.newBuilder().setEventId("event").setAction(ListAction.ADD).setPhone("(202) 555-0101")
        .setRegion("US").setReason(DncReason.PLATFORM_LIST).setListId("list").setScope("brand:acme")
        .setSource("source").setAddedBy("person").setOccurredAt(NOON).setExpiresAt(NOON.plusSeconds(60))
        .setMatchType(MatchType.EXACT).setConversationId("conversation").build();
  }
}
