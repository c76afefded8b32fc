package io.dialgate.domain.policy.law;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.gate.Decider;
import io.dialgate.domain.gate.Decision;
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
import io.dialgate.domain.policy.DialRequest.Purpose;
import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.FindingCode;
import io.dialgate.domain.policy.Policy;
import io.dialgate.rules.PolicyReader;
import io.dialgate.rules.StandardPolicy;

/** Calls for tests, under the shipped policy: of brand acme, with every registry fresh, unless something else is said. */
record Calls(String country, List<String> regions, List<ZoneId> zones, Call words, LineType line,
    @Nullable String brand,
    List<ListEvent> entries, List<Consent> consents, List<Attempt> attempts, @Nullable Circumstances circumstances) {

  static final LawBook BOOK = StandardPolicy.read(new PolicyReader());
  static final Policy POLICY = LawPolicy.of(BOOK, Duration.ofHours(1));
  static final Duration ALLOWANCE = Duration.ofMinutes(15);

  private static final Set<FindingCode> HOURS = Set.of(FindingCode.OUTSIDE_CALLING_HOURS, FindingCode.HOLIDAY);
  private static final PhoneNumber NUMBER = new PhoneNumber("+12025550101");
  private static final List<String> REGISTRIES = BOOK.provisions().stream().map(Provision::measure)
      .filter(Measure.FreshRegistry.class::isInstance).map(one -> ((Measure.FreshRegistry) one).registry()).distinct()
      .toList();

  /** To a place: a country or one of its states, in these zones. */
  static Calls to(String region, String... zones) {
    return new Calls(Law.country(region), region.contains("-") ? List.of(region) : List.of(),
        Stream.of(zones).map(ZoneId::of).toList(), new Call(null, null, null, null), LineType.FIXED, "acme", List.of(),
        List.of(), List.of(), null);
  }

  Calls saying(@Nullable String type, @Nullable String mode, @Nullable String channel, @Nullable String subject) {
    return new Calls(country, regions, zones, new Call(type, mode, channel, subject), line, brand, entries, consents,
        attempts, circumstances);
  }

  Calls line(LineType other) {
    return new Calls(country, regions, zones, words, other, brand, entries, consents, attempts, circumstances);
  }

  Calls brand(@Nullable String other) {
    return new Calls(country, regions, zones, words, line, other, entries, consents, attempts, circumstances);
  }

  Calls listed(ListEvent... all) {
    return new Calls(country, regions, zones, words, line, brand, List.of(all), consents, attempts, circumstances);
  }

  Calls agreed(Consent... all) {
    return new Calls(country, regions, zones, words, line, brand, entries, List.of(all), attempts, circumstances);
  }

  Calls attempted(List<Attempt> all) {
    return new Calls(country, regions, zones, words, line, brand, entries, consents, all, circumstances);
  }

  Calls under(List<RegistryCopy> copies, EmergencyBlock... blocks) {
    return new Calls(country, regions, zones, words, line, brand, entries, consents, attempts,
        new Circumstances(copies, List.of(blocks)));
  }

  /** The words that a scope's first values are. */
  Calls in(Scope scope) {
    return saying(first(scope.callTypes().stream()), first(scope.dialModes().stream()),
        first(scope.channels().stream()), null)
        .line(scope.lines().stream().findFirst().orElse(LineType.FIXED));
  }

  Case at(Instant now) {
    var request = new DialRequest("r", NUMBER.e164(), "US", Purpose.DIAL, new Caller("test", "spring", brand), words,
        new Contact(null, null, null, null), now, null);
    var where = new Whereabouts(country, new Candidates(regions, zones), Candidates.NONE, line, "test");
    Circumstances around = circumstances == null
        ? new Circumstances(REGISTRIES.stream().map(name -> new RegistryCopy(name, "*", now)).toList(), List.of())
        : circumstances;
    return new Case(request, new Reading.Valid(NUMBER), where, entries, consents,
        new Case.History(null, 0, attempts), around, null, now);
  }

  Decision decided(Instant now) {
    return new Decider(POLICY, ALLOWANCE).answer(at(now));
  }

  List<Finding> findings(Instant now) {
    return POLICY.examine(at(now));
  }

  /** What blocks: the codes, in the order of the findings. */
  List<String> blocks(Instant now) {
    return findings(now).stream().filter(Finding::blocks).map(one -> one.code().name()).toList();
  }

  /** The codes of one provision about hours. */
  List<String> of(Provision provision, Instant now) {
    return findings(now).stream().filter(one -> HOURS.contains(one.code()))
        .filter(one -> one.citation().equals(provision.citation().text())
            && one.observed().contains("(" + provision.region() + ")"))
        .map(one -> one.code().name()).toList();
  }

  private static @Nullable String first(Stream<String> words) {
    return words.sorted().findFirst().orElse(null);
  }
}
