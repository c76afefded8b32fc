package io.dialgate.it;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.schemas.RegistryDelta;

/** What diallers, people, registries and operators say. */
final class Say {

  static final String PLATFORM = "test-dialler";
  static final String SOURCE = "test-form";

  private Say() {}

  /** A number that can be called, one of ten thousand. */
  static String number(int index) {
    return "+1415%07d".formatted(7_000_000 + index);
  }

  /** May it be called? */
  static DialRequest request(String id, String phone) {
    var request = new DialRequest();
    request.setRequestId(id);
    request.setPhone(phone);
    request.setRegion("US");
    request.setCampaignId("spring");
    request.setPlatform(PLATFORM);
    request.setPurpose(DialPurpose.DIAL);
    request.setRequestedAt(now());
    return request;
  }

  static OptOutDisposition optOut(String id, String phone) {
    return disposition(id, ListAction.ADD, phone, MatchType.EXACT);
  }

  static OptOutDisposition optIn(String id, String phone) {
    return disposition(id, ListAction.REMOVE, phone, MatchType.EXACT);
  }

  static OptOutDisposition disposition(String id, ListAction action, String phone, MatchType match) {
    var event = new OptOutDisposition();
    event.setEventId(id);
    event.setAction(action);
    event.setPhone(phone);
    event.setRegion("US");
    event.setReason(DncReason.CUSTOMER_REQUEST);
    event.setListId("internal");
    event.setSource(SOURCE);
    event.setAddedBy("test");
    event.setOccurredAt(now());
    event.setMatchType(match);
    return event;
  }

  static RegistryDelta delta(String id, ListAction action, String phone) {
    return new RegistryDelta(id, "us-ftc", action, phone, now(), List.of());
  }

  static OperatorAction operator(String id, OperatorActionKind kind, String phone) {
    return new OperatorAction(id, kind, phone, "test", now(), null, Map.of());
  }

  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
