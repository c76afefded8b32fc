package io.dialgate.domain.consent;

import static io.dialgate.domain.dnc.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.consent.Consent.Kind;
import io.dialgate.domain.consent.NumberConsents.Merged;

class NumberConsentsTest {

  private static final List<Kind> KINDS = List.of(Kind.values());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void shouldStandTheSameWhateverTheOrderOfArrival(long seed) {
    // given
    var random = new Random(seed);
    List<Consent> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      events.add(new Consent("id-" + random.nextInt(10), KINDS.get(random.nextInt(KINDS.size())),
          random.nextBoolean() ? null : "acme", NOON.plusSeconds(random.nextInt(3)),
          random.nextBoolean() ? null : NOON.plusSeconds(60 + random.nextInt(3)), "evidence-" + random.nextInt(2)));
    }
    NumberConsents once = merged(NumberConsents.NONE, events);

    // when
    Collections.shuffle(events, random);

    // then
    assertThat(merged(NumberConsents.NONE, events)).isEqualTo(once);
    assertThat(merged(once, events)).isEqualTo(once);
  }

  @Test
  void shouldChangeNothingWhenTheSameComesAgain() {
    // given
    NumberConsents given = merged(NumberConsents.NONE, List.of(leave(1, null)));

    // when / then
    assertThat(given.merge(leave(1, null))).isEqualTo(new Merged.NotNewer());
  }

  @Test
  void shouldRefuseTheLeaveThatIsOneTooMany() {
    // given
    NumberConsents full = fullOf(Kind.PERMISSION);

    // when / then
    assertThat(full.merge(leave(999, "another brand"))).isEqualTo(new Merged.Full());
  }

  @Test
  void shouldTakeThePlaceOfAnOlderPurchaseWhenSomebodyBuysAgain() {
    // given
    NumberConsents full = NumberConsents.NONE;
    for (int i = 0; i < NumberConsents.MAX_CONSENTS; i++) {
      full = merged(full, List.of(consent("buys-" + i, Kind.EBR_PURCHASE, "acme", NOON.plusSeconds(i))));
    }

    // when
    NumberConsents next = merged(full, List.of(consent("again", Kind.EBR_PURCHASE, "acme", NOON.plusSeconds(100))));

    // then
    assertThat(next.standing()).hasSize(NumberConsents.MAX_CONSENTS).extracting(Consent::id).contains("again")
        .doesNotContain("buys-0");
  }

  @Test
  void shouldAlwaysTakeARevocationInThePlaceOfLeave() {
    // given
    NumberConsents full = fullOf(Kind.PERMISSION);

    // when
    NumberConsents next = merged(full, List.of(consent("stop", Kind.REVOCATION, null, NOON.plusSeconds(999))));

    // then
    assertThat(next.standing()).hasSize(NumberConsents.MAX_CONSENTS).extracting(Consent::kind)
        .contains(Kind.REVOCATION);
  }

  @Test
  void shouldNeverForgetARevocationThatAnotherDoesNotSay() {
    // given
    NumberConsents full = fullOf(Kind.REVOCATION);

    // when / then
    assertThat(full.merge(consent("stop", Kind.REVOCATION, "another brand", NOON.plusSeconds(999))))
        .isEqualTo(new Merged.Full());
    assertThat(merged(full, List.of(consent("stop", Kind.REVOCATION, null, NOON.plusSeconds(999)))).standing())
        .extracting(Consent::id).contains("stop").doesNotContain("id-0");
  }

  private static NumberConsents fullOf(Kind kind) {
    NumberConsents full = NumberConsents.NONE;
    for (int i = 0; i < NumberConsents.MAX_CONSENTS; i++) {
      full = merged(full, List.of(consent("id-" + i, kind, "brand-" + i, NOON.plusSeconds(i))));
    }
    return full;
  }

  private static Consent leave(int i, @Nullable String brand) {
    return consent("id-" + i, Kind.PERMISSION, brand, NOON.plusSeconds(i));
  }

  private static Consent consent(String id, Kind kind, @Nullable String brand, Instant at) {
    return new Consent(id, kind, brand, at, null, "evidence");
  }

  private static NumberConsents merged(NumberConsents before, List<Consent> events) {
    NumberConsents consents = before;
    for (Consent event : events) {
      consents = consents.merge(event) instanceof Merged.Changed(NumberConsents next) ? next : consents;
    }
    return consents;
  }
}
