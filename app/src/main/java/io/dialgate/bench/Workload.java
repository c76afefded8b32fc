package io.dialgate.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.DncEntry;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.RegistryDelta;

/**
 * Numbers, entries and requests. Every tenth number that is asked about is listed.
 *
 * @param entries how many numbers are listed
 */
record Workload(int entries) {

  private static final int LISTED_ONE_IN = 10;
  private static final Instant LISTED_AT = Instant.parse("2026-01-01T00:00:00Z");
  private static final String REGISTRY = "us-ftc";

  /** Area codes whose numbers are valid whatever their exchange. */
  private static final List<String> AREAS = List.of("212", "213", "312", "415", "512", "617", "702", "713", "206",
      "305");

  private static final int LINES = 7_999_999;

  /** A listed number: even lines are listed, odd ones are not. */
  String listed(int i) {
    return number(2L * i);
  }

  /** The number of a request. */
  String asked(SplittableRandom random) {
    long i = random.nextInt(entries);
    return random.nextInt(LISTED_ONE_IN) == 0 ? number(2 * i) : number(2 * i + 1);
  }

  RegistryDelta delta(int i) {
    return new RegistryDelta("ftc-" + i, REGISTRY, ListAction.ADD, listed(i), LISTED_AT, List.of());
  }

  DncRecord record(int i) {
    return record(listed(i));
  }

  /** What a number's record is while the registry lists it. */
  static DncRecord record(String number) {
    var entry = new DncEntry(REGISTRY, DncReason.NATIONAL_DNC, null, MatchType.EXACT, number, REGISTRY, REGISTRY,
        LISTED_AT, null, null);
    return new DncRecord(number, List.of(entry), LISTED_AT);
  }

  static DialRequest request(String id, String number) {
    var request = new DialRequest();
    request.setRequestId(id);
    request.setPhone(number);
    request.setRegion("US");
    request.setCampaignId("spring-sale");
    request.setBrand("acme");
    request.setPlatform("bench");
    request.setPurpose(DialPurpose.DIAL);
    request.setContactId("contact-" + id);
    request.setRequestedAt(Instant.now().truncatedTo(ChronoUnit.MICROS));
    return request;
  }

  /** Spreads the lines over area codes; exchanges begin with 2. */
  private static String number(long line) {
    return "+1" + AREAS.get((int) (line / LINES % AREAS.size())) + (2_000_000 + line % LINES);
  }
}
