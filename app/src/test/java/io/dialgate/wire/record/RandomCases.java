package io.dialgate.wire.record;

import static io.dialgate.domain.dnc.Said.added;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Candidates;
import io.dialgate.domain.place.LineType;
import io.dialgate.domain.place.Whereabouts;
import io.dialgate.domain.policy.Attempt;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Circumstances;
import io.dialgate.domain.policy.Circumstances.EmergencyBlock;
import io.dialgate.domain.policy.Circumstances.RegistryCopy;
import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.DialRequest.Call;
import io.dialgate.domain.policy.DialRequest.Caller;
import io.dialgate.domain.policy.DialRequest.Contact;

/** Cases with everything that a decision can be made from, from a seed: few values, so that rules meet what they are about. */
final class RandomCases {

  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final List<String> REGIONS = List.of("US-FL", "US-TX", "US-LA", "US-AL", "US-CA");
  private static final List<String> ZONES = List.of("America/New_York", "America/Chicago", "America/Phoenix");

  private final Random random;
  private final Instant now;

  RandomCases(long seed) {
    this.random = new Random(seed);
    this.now = BEGIN.plus(random.nextInt(280 * 24 * 60), ChronoUnit.MINUTES).plusNanos(random.nextInt(1_000) * 1_000L);
  }

  Case next() {
    var number = new PhoneNumber("+1850555010" + random.nextInt(10));
    Reading reading = switch (random.nextInt(12)) {
      case 0 -> new Reading.Unusable("letters");
      case 1 -> new Reading.Possible(number, "unknown to the plan");
      default -> new Reading.Valid(number);
    };
    var history = new Case.History(maybe(this::before), random.nextInt(3), some(5, this::attempt));
    var circumstances = new Circumstances(some(3, this::copy), some(3, this::block));
    return new Case(request(), reading, where(), some(3, this::entry), some(3, this::consent), history, circumstances,
        maybe(() -> new Case.Rekeyed("dial-requests", 2, 77)), now);
  }

  private DialRequest request() {
    return new DialRequest("r" + random.nextInt(), "8505550100", "US", pick(DialRequest.Purpose.values()),
        new Caller("genesys", pick("spring", "summer"), maybe(() -> "acme")),
        new Call(maybe(() -> pick("solicitation", "collections", "odd")), maybe(() -> pick("manual", "prerecorded")),
            maybe(() -> pick("voice", "text")), maybe(() -> "loan-7")),
        new Contact(maybe(() -> "c"), maybe(() -> "FL"), maybe(() -> "33101"), maybe(() -> "America/New_York")),
        before(), maybe(() -> now.plusSeconds(random.nextInt(100) - 10L)));
  }

  private Whereabouts where() {
    return random.nextInt(8) == 0
        ? Whereabouts.UNKNOWN
        : new Whereabouts(random.nextInt(4) == 0 ? null : pick("US", "US", "CA"), candidates(), candidates(),
            pick(LineType.values()), "test 1");
  }

  private Candidates candidates() {
    return new Candidates(some(3, () -> REGIONS.get(random.nextInt(REGIONS.size()))),
        some(3, () -> ZoneId.of(ZONES.get(random.nextInt(ZONES.size())))));
  }

  /** Without the mark of its id, which no decision tells. */
  private ListEvent entry() {
    Match match = pick(new Match.Exact(), new Match.Prefix("+1850"), new Match.Hash("ab".repeat(32)));
    ListEvent event = added("e").on(pick("internal", "us-ftc")).because(pick(Reason.values())).match(match)
        .scope(pick("all", "brand:acme", "campaign:spring")).at(before()).until(maybe(() -> now.plusSeconds(60)))
        .event();
    return new ListEvent(event.entry(), event.change(), event.occurredAt(), event.expiresAt(), event.provenance(), 0);
  }

  private Consent consent() {
    return new Consent("consent-" + random.nextInt(100), pick(Consent.Kind.values()), maybe(() -> "acme"), before(),
        maybe(() -> now.plusSeconds(random.nextInt(100) - 50L)), "recording-7");
  }

  private Attempt attempt() {
    return new Attempt(before(), random.nextInt(3), maybe(() -> "solicitation"), maybe(() -> "manual"),
        maybe(() -> "voice"));
  }

  private RegistryCopy copy() {
    return new RegistryCopy(pick("us-ftc", "ca-dncl"), pick("*", "850"), before());
  }

  private EmergencyBlock block() {
    Instant from = now.plusSeconds(random.nextInt(7_200) - 3_600L);
    return new EmergencyBlock("block-" + random.nextInt(9), pick("US", "US-LA", "US-FL"), from,
        maybe(() -> from.plusSeconds(1_800)), "storm");
  }

  private Instant before() {
    return now.minusSeconds(random.nextInt(3) == 0 ? random.nextInt(4_000_000) : random.nextInt(4_000));
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? null : value.get();
  }

  private <T> List<T> some(int most, Supplier<T> value) {
    var all = new ArrayList<T>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      all.add(value.get());
    }
    return all;
  }

  @SafeVarargs
  private <T> T pick(T... all) {
    return all[random.nextInt(all.length)];
  }
}
