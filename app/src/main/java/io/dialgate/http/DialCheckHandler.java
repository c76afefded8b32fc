package io.dialgate.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.DialRequest;
import io.dialgate.wire.json.DecisionJson;

/** POST /v1/dial-checks: one request or a batch, answered by decisions of the gate. */
final class DialCheckHandler implements Handler {

  private static final Set<String> FIELDS = Set.of("phone", "region", "campaignId", "brand", "platform", "purpose",
      "callType", "dialMode", "channel", "subject", "contactId", "state", "postalCode", "zone", "dialBy");
  private static final List<String> PURPOSES = List.of("DIAL", "SCRUB", "PREVIEW");
  private static final String BATCH = "requests";
  private static final String RETRY_AFTER = "Retry-After";

  private final Gatehouse house;
  private final Body body;

  DialCheckHandler(Gatehouse house, Body body) {
    this.house = house;
    this.body = body;
  }

  @Override
  public void handle(Context context) {
    JsonNode json = body.readBatch(context);
    RequestIds ids = RequestIds.of(context, Access.caller(context));
    Instant now = house.terms().clock().instant().truncatedTo(ChronoUnit.MICROS);
    Instant until = now.plus(house.terms().checkWithin());
    boolean batch = json.has(BATCH);
    List<DialRequest> requests = new ArrayList<>();
    if (batch) {
      FieldReader.of(json, "", Set.of(BATCH)).items(BATCH, Bounds.MAX_CHECKS)
          .forEach(item -> requests.add(request(item, "requests[%d]".formatted(requests.size()),
              ids.at(requests.size()), now, until)));
    } else {
      requests.add(request(json, "", ids.at(0), now, until));
    }
    DialChecks.Answer answer = house.checks().check(requests, ids.repeatable(), until);
    context.header("Cache-Control", "no-store").json(answer(context, answer, requests, batch));
  }

  private DialRequest request(JsonNode json, String path, String id, Instant now, Instant until) {
    FieldReader fields = FieldReader.of(json, path, FIELDS);
    var request = new DialRequest();
    request.setRequestId(id);
    request.setPhone(fields.text("phone", FieldReader.ID));
    request.setRegion(fields.textOr("region", FieldReader.TEXT, "US"));
    request.setCampaignId(fields.text("campaignId", FieldReader.ID));
    request.setBrand(fields.optional("brand", FieldReader.TEXT));
    request.setPlatform(fields.textOr("platform", FieldReader.TEXT, "api"));
    request.setPurpose(DialPurpose.valueOf(fields.oneOf("purpose", PURPOSES, "DIAL")));
    request.setCallType(fields.optional("callType", FieldReader.WORD));
    request.setDialMode(fields.optional("dialMode", FieldReader.WORD));
    request.setChannel(fields.optional("channel", FieldReader.WORD));
    request.setSubject(fields.optional("subject", FieldReader.TEXT));
    request.setContactId(fields.optional("contactId", FieldReader.TEXT));
    request.setState(fields.optional("state", FieldReader.TEXT));
    request.setPostalCode(fields.optional("postalCode", FieldReader.TEXT));
    request.setZone(fields.optional("zone", FieldReader.TEXT));
    request.setRequestedAt(now);
    Instant dialBy = fields.moment("dialBy");
    request.setDialBy(dialBy == null ? until : dialBy);
    return request;
  }

  private static Map<String, @Nullable Object> answer(Context context, DialChecks.Answer answer,
      List<DialRequest> requests, boolean batch) {
    return switch (answer) {
      case DialChecks.Answer.Decided(List<DialDecision> decisions) -> batch
          ? Map.of("decisions", decisions.stream().map(DecisionJson::of).toList())
          : DecisionJson.of(decisions.getFirst());
      case DialChecks.Answer.Late(List<@Nullable DialDecision> decisions) -> throw late(requests, decisions);
      case DialChecks.Answer.AnotherQuestion(int index) -> throw Refusal.field("Idempotency-Key",
          "new, or of a request that is repeated as it was", "a key that was used for another %s"
              .formatted(batch ? "requests[%d]".formatted(index) : "request"));
      case DialChecks.Answer.GivenBack(int index) -> throw new Refusal(HttpStatus.CONFLICT,
          "expected a request that is still open, but %s was answered after its time and given back; ask with another Idempotency-Key"
              .formatted(requests.get(index).getRequestId()));
      case DialChecks.Answer.NotAsked(String why) -> {
        context.header(RETRY_AFTER, "1");
        throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE,
            "expected the broker to take the request, but %s; do not call, and ask again".formatted(why));
      }
    };
  }

  /** What was answered is told all the same: an ALLOW that nobody heard of would stay open. */
  private static Refusal late(List<DialRequest> requests, List<@Nullable DialDecision> decisions) {
    List<String> unanswered = new ArrayList<>();
    List<@Nullable Object> told = new ArrayList<>();
    for (int i = 0; i < requests.size(); i++) {
      DialDecision decision = decisions.get(i);
      told.add(decision == null ? null : DecisionJson.of(decision));
      if (decision == null) {
        unanswered.add(requests.get(i).getRequestId());
      }
    }
    Map<String, @Nullable Object> more = new LinkedHashMap<>();
    more.put("requestIds", unanswered);
    more.put("decisions", told);
    return new Refusal(new Problem(HttpStatus.GATEWAY_TIMEOUT,
        "expected every decision in time, but got none for %d of %d; do not call those, and ask again: an ALLOW that comes too late is given back"
            .formatted(unanswered.size(), requests.size()),
        more));
  }
}
