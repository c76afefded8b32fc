package io.dialgate.http;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.schemas.DncEntry;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.wire.json.DecisionJson;
import io.dialgate.wire.json.EntryJson;

/**
 * GET /v1/dnc/{number}, GET /v1/decisions and POST /v1/dnc/hash-matches. Whoever answers a look-up writes it down, and does
 * not answer if that fails; an instance that only forwards it does not, since the one that it asks checks the same key.
 */
final class LookupHandlers {

  /** Says that the asker is an instance, which must not be sent on. It gives no right to anything. */
  static final String HOP = "Dialgate-Hop";

  private static final Set<String> FIELDS = Set.of("hashes");
  private static final String HASH = "[0-9a-f]{64}";

  private final Gatehouse house;
  private final Body body;

  LookupHandlers(Gatehouse house, Body body) {
    this.house = house;
    this.body = body;
  }

  void standing(Context context) {
    PhoneNumber number = number(context, "number", context.pathParam("number"));
    context.header("Cache-Control", "no-store");
    switch (house.lookups().standing(number)) {
      case Lookups.Standing.Found(List<DncEntry> entries, Lookups.Freshness fresh) -> {
        note(context, number.e164(), "GET /v1/dnc");
        context.json(json(number, entries, fresh));
      }
      case Lookups.Standing.Elsewhere(String owner) -> forward(context, owner, number);
      case Lookups.Standing.Unavailable(String why) -> throw unavailable(context, why);
    }
  }

  void decisions(Context context) {
    String asked = context.queryParam("number");
    if (asked == null) {
      throw Refusal.field("number", "a phone number", "nothing");
    }
    PhoneNumber number = number(context, "number", asked);
    int limit = limit(context.queryParam("limit"));
    Lookups.Past past = house.lookups().decisions(number, limit)
        .orElseThrow(() -> unavailable(context, "too many such questions are being answered, or the broker is away"));
    note(context, number.e164(), "GET /v1/decisions");
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", number.e164());
    json.put("decisions", past.decisions().stream().map(DecisionJson::of).toList());
    json.put("complete", past.complete());
    json.put("since", past.since() == null ? null : past.since().toString());
    context.header("Cache-Control", "no-store").json(json);
  }

  /** Neither numbers nor hashes are logged or told: only how many were asked about. */
  void hashMatches(Context context) {
    List<JsonNode> items = FieldReader.of(body.readBatch(context), "", FIELDS).items("hashes", Bounds.MAX_HASHES);
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).isTextual() || !items.get(i).textValue().matches(HASH)) {
        throw Refusal.field("hashes[%d]".formatted(i), "a SHA-256 as 64 lower-case hex digits",
            FieldReader.kind(items.get(i)));
      }
    }
    List<Boolean> matches = house.lookups().matches(items.stream().map(JsonNode::textValue).toList())
        .orElseThrow(
            () -> unavailable(context, "there is no whole index of hashes; set http.hash.index to true, or wait"));
    note(context, "hash-matches", "POST /v1/dnc/hash-matches, " + items.size());
    context.header("Cache-Control", "no-store").json(Map.of("matches", matches));
  }

  private void forward(Context context, String owner, PhoneNumber number) {
    if (context.header(HOP) != null) {
      throw unavailable(context, "the number has moved to another instance meanwhile");
    }
    Lookups.Forwarded answer = house.lookups().forward(owner, number, context.header("Authorization"))
        .orElseThrow(() -> unavailable(context, "the instance that has the number does not answer"));
    if (answer.status() == HttpStatus.SERVICE_UNAVAILABLE.getCode()) {
      context.header("Retry-After", "1");
    }
    context.status(answer.status()).contentType(answer.contentType()).result(answer.body());
  }

  private PhoneNumber number(Context context, String field, String text) {
    String region = context.queryParam("region");
    return NumberField.read(house.numbering(), field, text, region == null ? "US" : region);
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return Bounds.MAX_DECISIONS;
    }
    if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > Bounds.MAX_DECISIONS) {
      throw Refusal.field("limit", "a whole number from 1 to " + Bounds.MAX_DECISIONS, "another text");
    }
    return Integer.parseInt(text);
  }

  private void note(Context context, String subject, String how) {
    if (!house.terms().auditLookups()) {
      return;
    }
    var action = new OperatorAction(UUID.randomUUID().toString(), OperatorActionKind.LOOKUP, subject,
        Access.caller(context).name(), house.terms().clock().instant().truncatedTo(ChronoUnit.MICROS), null,
        Map.of("by", how));
    if (!house.changes().note(action)) {
      throw unavailable(context, "the look-up could not be written to the audit");
    }
  }

  private static Refusal unavailable(Context context, String why) {
    context.header("Retry-After", "1");
    return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "expected an answer, but %s; ask again".formatted(why));
  }

  private static Map<String, @Nullable Object> json(PhoneNumber number, List<DncEntry> entries,
      Lookups.Freshness fresh) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", number.e164());
    json.put("listed", !entries.isEmpty());
    json.put("entries", entries.stream().map(EntryJson::of).toList());
    Map<String, @Nullable Object> freshness = new LinkedHashMap<>();
    freshness.put("asOf", fresh.asOf().toString());
    freshness.put("partition", fresh.partition());
    freshness.put("positions", fresh.positions());
    freshness.put("lag", fresh.lag());
    json.put("freshness", freshness);
    return json;
  }
}
