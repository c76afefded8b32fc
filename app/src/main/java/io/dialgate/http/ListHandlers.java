package io.dialgate.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.Scope;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;
import io.dialgate.wire.json.ReceiptJson;

/** POST /v1/opt-outs, /v1/opt-ins and /v1/holds: answered when the change is in force, and not before. */
final class ListHandlers {

  private static final Set<String> OPT_OUT = Set.of("phone", "region", "reason", "listId", "scope", "matchType",
      "expiresAt", "conversationId");
  private static final Set<String> OPT_IN = Set.of("phone", "region", "reason", "listId", "scope", "matchType",
      "conversationId");
  private static final Set<String> HOLD = Set.of("phone", "region", "release", "because");
  private static final List<String> REASONS = List.of("CUSTOMER_REQUEST", "INTERNAL_POLICY", "KNOWN_LITIGATOR",
      "PLATFORM_LIST", "LITIGATION_HOLD", "REASSIGNED_NUMBER", "NATIONAL_DNC", "STATE_DNC");
  private static final List<String> MATCHES = List.of("EXACT", "PREFIX", "HASH");
  private static final int SCOPE = "campaign:".length() + FieldReader.ID;

  private final Gatehouse house;
  private final Body body;

  ListHandlers(Gatehouse house, Body body) {
    this.house = house;
    this.body = body;
  }

  void optOut(Context context) {
    change(context, ListAction.ADD, OPT_OUT);
  }

  void optIn(Context context) {
    change(context, ListAction.REMOVE, OPT_IN);
  }

  void hold(Context context) {
    FieldReader fields = FieldReader.of(body.read(context), "", HOLD);
    String number = NumberField.read(house.numbering(), "phone", fields.text("phone", FieldReader.ID),
        fields.textOr("region", FieldReader.TEXT, "US")).e164();
    var kind = fields.flag("release") ? OperatorActionKind.RELEASE : OperatorActionKind.HOLD;
    var action = new OperatorAction(UUID.randomUUID().toString(), kind, number,
        Access.caller(context).name(), now(), fields.optional("because", FieldReader.ID), Map.of());
    answer(context, action.getActionId(), house.changes().tell(action));
  }

  private void change(Context context, ListAction action, Set<String> known) {
    FieldReader fields = FieldReader.of(body.read(context), "", known);
    var event = new OptOutDisposition();
    event.setEventId(UUID.randomUUID().toString());
    event.setAction(action);
    event.setMatchType(MatchType.valueOf(fields.oneOf("matchType", MATCHES, "EXACT")));
    event.setRegion(fields.textOr("region", FieldReader.TEXT, "US"));
    event.setPhone(key(fields, event));
    event.setReason(DncReason.valueOf(fields.oneOf("reason", REASONS, "CUSTOMER_REQUEST")));
    event.setListId(fields.textOr("listId", FieldReader.TEXT, "internal"));
    event.setScope(scope(fields));
    event.setSource("api");
    event.setAddedBy(Access.caller(context).name());
    event.setOccurredAt(now());
    event.setExpiresAt(expiry(fields, action, event.getOccurredAt()));
    event.setConversationId(fields.optional("conversationId", FieldReader.TEXT));
    boolean everywhere = event.getMatchType() != MatchType.EXACT;
    answer(context, event.getEventId(), house.changes().tell(event, event.getPhone(), everywhere));
  }

  private String key(FieldReader fields, OptOutDisposition event) {
    String phone = fields.text("phone", FieldReader.ID);
    try {
      return switch (event.getMatchType()) {
        case PREFIX -> new Match.Prefix(phone).text();
        case HASH -> new Match.Hash(phone).text();
        default -> NumberField.read(house.numbering(), "phone", phone, event.getRegion()).e164();
      };
    } catch (IllegalArgumentException e) {
      throw Refusal.field("phone", event.getMatchType() == MatchType.PREFIX
          ? "a prefix of E.164 such as +1900"
          : "a SHA-256 as 64 lower-case hex digits", "another text");
    }
  }

  private static @Nullable String scope(FieldReader fields) {
    String scope = fields.optional("scope", SCOPE);
    try {
      Scope.parse(scope);
      return scope;
    } catch (IllegalArgumentException e) {
      throw Refusal.field("scope", "all, brand:x or campaign:y", "another text");
    }
  }

  private static @Nullable Instant expiry(FieldReader fields, ListAction action, Instant now) {
    Instant expiresAt = action == ListAction.ADD ? fields.moment("expiresAt") : null;
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      throw Refusal.field("expiresAt", "a moment to come", expiresAt.toString());
    }
    return expiresAt;
  }

  private Instant now() {
    return house.terms().clock().instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static void answer(Context context, String eventId, ListChanges.Answer answer) {
    switch (answer) {
      case ListChanges.Answer.InForce(List<Receipt> receipts) -> {
        if (receipts.stream().anyMatch(one -> one.getOutcome() == ReceiptOutcome.REJECTED)) {
          throw new Refusal(new Problem(HttpStatus.CONFLICT,
              "expected the gate to take it, but it was rejected; rejected-records has it, and says why",
              Map.of("eventId", eventId)));
        }
        context.status(HttpStatus.CREATED).json(ReceiptJson.of(receipts));
      }
      case ListChanges.Answer.Accepted() -> throw unsure(context, eventId, true,
          "it was accepted, and will be in force; but nobody has said yet that it is: until then, do not rely on it");
      case ListChanges.Answer.Unknown(String why) -> throw unsure(context, eventId, false,
          "nobody knows whether it was accepted (%s): send it again".formatted(why));
    }
  }

  private static Refusal unsure(Context context, String eventId, boolean accepted, String how) {
    context.header("Retry-After", "2");
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    more.put("eventId", eventId);
    more.put("accepted", accepted);
    return new Refusal(new Problem(HttpStatus.SERVICE_UNAVAILABLE,
        "expected the change to be in force in time, but " + how, more));
  }
}
