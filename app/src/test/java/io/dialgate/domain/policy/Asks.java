package io.dialgate.domain.policy;

import static io.dialgate.domain.dnc.Said.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Whereabouts;
import io.dialgate.domain.policy.Case.Rekeyed;
import io.dialgate.domain.policy.DialRequest.Call;
import io.dialgate.domain.policy.DialRequest.Caller;
import io.dialgate.domain.policy.DialRequest.Contact;
import io.dialgate.domain.policy.DialRequest.Purpose;

/** Requests and cases for tests: at noon, for campaign spring, without a brand, unless something else is said. */
public record Asks(String id, String campaign, @Nullable String brand, Purpose purpose, Instant at,
    @Nullable Instant dialBy) {

  public static final PhoneNumber NUMBER = new PhoneNumber("+12025550101");
  public static final Duration MAX_AGE = Duration.ofHours(1);
  public static final Policy POLICY = ListsOnlyPolicy.of(MAX_AGE);

  public static Asks request(String id) {
    return new Asks(id, "spring", null, Purpose.DIAL, NOON, null);
  }

  public Asks campaign(String other) {
    return new Asks(id, other, brand, purpose, at, dialBy);
  }

  public Asks brand(String other) {
    return new Asks(id, campaign, other, purpose, at, dialBy);
  }

  public Asks purpose(Purpose other) {
    return new Asks(id, campaign, brand, other, at, dialBy);
  }

  public Asks at(Instant other) {
    return new Asks(id, campaign, brand, purpose, other, dialBy);
  }

  public Asks dialBy(@Nullable Instant other) {
    return new Asks(id, campaign, brand, purpose, at, other);
  }

  public DialRequest ask() {
    return new DialRequest(id, NUMBER.e164(), "US", purpose, new Caller("genesys", campaign, brand),
        new Call(null, null, null, null), new Contact(null, null, null, null), at, dialBy);
  }

  public Case facing(ListEvent... entries) {
    return new Case(ask(), new Reading.Valid(NUMBER), Whereabouts.UNKNOWN, List.of(entries), List.of(),
        Case.History.NONE, Circumstances.NONE, null, NOON);
  }

  public static Case read(Case call, Reading reading) {
    return new Case(call.request(), reading, call.where(), call.entries(), call.consents(), call.history(),
        call.circumstances(), call.rekeyed(), call.now());
  }

  public static Case remembering(Case call, @Nullable Instant earlier, int open) {
    return new Case(call.request(), call.reading(), call.where(), call.entries(), call.consents(),
        new Case.History(earlier, open, call.history().attempts()), call.circumstances(), call.rekeyed(), call.now());
  }

  public static Case from(Case call, Rekeyed place) {
    return new Case(call.request(), call.reading(), call.where(), call.entries(), call.consents(), call.history(),
        call.circumstances(), place, call.now());
  }

  public static Case now(Case call, Instant now) {
    return new Case(call.request(), call.reading(), call.where(), call.entries(), call.consents(), call.history(),
        call.circumstances(), call.rekeyed(), now);
  }
}
