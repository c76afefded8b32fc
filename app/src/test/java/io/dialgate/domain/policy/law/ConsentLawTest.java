package io.dialgate.domain.policy.law;

import static io.dialgate.domain.dnc.Said.added;
import static io.dialgate.domain.policy.law.Consents.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.domain.consent.Consent.Kind;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.policy.Circumstances.EmergencyBlock;
import io.dialgate.domain.policy.Circumstances.RegistryCopy;
import io.dialgate.domain.policy.Finding;

/** Consents, registries and emergencies under the shipped policy. */
class ConsentLawTest {

  /** A Wednesday noon in New York. */
  private static final Instant NOON = Instant.parse("2027-02-24T17:00:00Z");
  private static final Instant LAST_YEAR = Instant.parse("2026-03-01T00:00:00Z");
  private static final ListEvent REGISTERED = added("us-ftc").because(Reason.NATIONAL_DNC).at(LAST_YEAR).event();
  private static final Calls NEW_YORK = Calls.to("US-NY", "America/New_York");

  @ParameterizedTest
  @CsvSource({"US-NY, EBR_PURCHASE, 18", "US-NY, EBR_INQUIRY, 3", "CA, EBR_PURCHASE, 18", "CA, EBR_INQUIRY, 6",
      "US-MS, EBR_PURCHASE, 6", "US-PA, EBR_PURCHASE, 12"})
  void shouldExemptFromTheRegistryForSoManyMonthsAndNotAMicrosecondMore(String region, Kind kind, int months) {
    // given
    boolean state = region.equals("US-MS") || region.equals("US-PA");
    ListEvent entry = state ? added("state").because(Reason.STATE_DNC).at(LAST_YEAR).event() : REGISTERED;
    Calls call = Calls.to(region, region.equals("US-MS") ? "America/Chicago" : "America/New_York").listed(entry);
    Instant oldest = NOON.atOffset(ZoneOffset.UTC).minusMonths(months).toInstant();

    // when, then
    assertThat(codes(call.agreed(given(kind, oldest.plusNanos(1_000))))).contains("EXEMPT_EBR")
        .doesNotContain("NATIONAL_DNC", "STATE_DNC");
    assertThat(codes(call.agreed(given(kind, oldest)))).containsAnyOf("NATIONAL_DNC", "STATE_DNC")
        .doesNotContain("EXEMPT_EBR");
  }

  @Test
  void shouldExemptNobodyInIndianaFromTheStatesList() {
    // given
    Calls call = Calls.to("US-IN", "America/New_York").listed(added("in").because(Reason.STATE_DNC).event());

    // when, then
    assertThat(codes(call.agreed(given(Kind.EBR_PURCHASE, NOON.minusSeconds(60))))).contains("STATE_DNC");
    assertThat(codes(call.agreed(given(Kind.PERMISSION, NOON.minusSeconds(60))))).contains("EXEMPT_PERMISSION");
  }

  @Test
  void shouldNeverExemptFromThePersonsOwnRequestOrAHold() {
    // given
    var permission = given(Kind.PERMISSION, NOON.minusSeconds(1));

    // when, then
    assertThat(codes(NEW_YORK.listed(added("internal").at(LAST_YEAR).event()).agreed(permission)))
        .containsExactly("CUSTOMER_REQUEST");
    assertThat(codes(NEW_YORK.listed(added("litigation").because(Reason.LITIGATION_HOLD).event()).agreed(permission)))
        .containsExactly("LITIGATION_HOLD");
  }

  @Test
  void shouldEndAnExemptionByTheOwnRequestThatCameAfterIt() {
    // given
    ListEvent request = added("internal").at(NOON.minusSeconds(100)).event();
    Calls call = NEW_YORK.listed(REGISTERED, request);

    // when, then
    assertThat(codes(call.agreed(given(Kind.PERMISSION, NOON.minusSeconds(200))))).contains("NATIONAL_DNC");
    assertThat(codes(call.agreed(given(Kind.PERMISSION, NOON.minusSeconds(50))))).contains("EXEMPT_PERMISSION",
        "CUSTOMER_REQUEST");
  }

  @Test
  void shouldKeepConsentsToTheirBrandAndTheirTime() {
    // given
    Calls call = NEW_YORK.listed(REGISTERED);

    // when, then
    assertThat(codes(call.agreed(given(Kind.PERMISSION, LAST_YEAR, "acme", null)))).contains("EXEMPT_PERMISSION");
    assertThat(codes(call.agreed(given(Kind.PERMISSION, LAST_YEAR, "other", null)))).contains("NATIONAL_DNC");
    assertThat(codes(call.brand(null).agreed(given(Kind.PERMISSION, LAST_YEAR, "acme", null))))
        .contains("NATIONAL_DNC");
    assertThat(codes(call.agreed(given(Kind.PERMISSION, LAST_YEAR, null, NOON)))).contains("NATIONAL_DNC");
    assertThat(codes(call.agreed(given(Kind.PERMISSION, LAST_YEAR, null, NOON.plusNanos(1_000)))))
        .contains("EXEMPT_PERMISSION");
    assertThat(codes(call.agreed(given(Kind.PERMISSION, NOON.plusNanos(1_000))))).contains("NATIONAL_DNC");
  }

  @Test
  void shouldLetARevocationEndConsentAndBarCallsUntilALaterPermission() {
    // given
    var permission = given(Kind.PERMISSION, LAST_YEAR);
    var revocation = given(Kind.REVOCATION, LAST_YEAR.plusSeconds(60), "other", null);
    var again = given(Kind.PERMISSION, LAST_YEAR.plusSeconds(120));

    // when, then: it reaches every brand, as the shipped policy has it
    assertThat(codes(NEW_YORK.listed(REGISTERED).agreed(permission, revocation))).contains("NATIONAL_DNC",
        "CONSENT_REVOKED");
    assertThat(codes(NEW_YORK.listed(REGISTERED).agreed(permission, revocation, again)))
        .containsExactly("EXEMPT_PERMISSION");
  }

  @Test
  void shouldAskForAPermissionWhereTheLawDoes() {
    // given
    Calls claims = Calls.to("GB", "Europe/London").saying("claims", null, null, null);

    // when, then
    assertThat(codes(claims)).containsExactly("NO_CONSENT");
    assertThat(codes(claims.agreed(given(Kind.PERMISSION, LAST_YEAR)))).isEmpty();
    assertThat(codes(Calls.to("GB", "Europe/London"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"US-NY, America/New_York, us-ftc, 31", "CA, America/Toronto, ca-dncl, 31",
      "GB, Europe/London, gb-tps, 28",
      "AU, Australia/Perth, au-dncr, 30"})
  void shouldTrustACopyOfARegistryForSoManyDays(String region, String zone, String registry, int days) {
    // given: a Wednesday at ten o'clock there
    Instant now = LocalDateTime.parse("2027-02-24T10:00").atZone(ZoneId.of(zone)).toInstant();
    Instant oldest = now.minusSeconds(days * 86_400L);
    Calls call = Calls.to(region, zone);

    // when, then
    assertThat(call.under(List.of(new RegistryCopy(registry, "*", oldest))).blocks(now)).isEmpty();
    assertThat(call.under(List.of(new RegistryCopy(registry, "*", oldest.minusNanos(1_000)))).blocks(now))
        .containsExactly("REGISTRY_STALE");
    assertThat(call.under(List.of()).blocks(now)).containsExactly("REGISTRY_STALE");
    assertThat(call.under(List.of(new RegistryCopy("another", "*", now))).blocks(now))
        .containsExactly("REGISTRY_STALE");
    assertThat(call.under(List.of()).agreed(given(Kind.PERMISSION, now.minusSeconds(9))).blocks(now)).isEmpty();
  }

  @Test
  void shouldBlockARegionInAnEmergencyFromItsFirstMicrosecondToItsLast() {
    // given
    var block = new EmergencyBlock("b", "US-LA", NOON, NOON.plusSeconds(3600), "storm");
    Calls call = Calls.to("US-LA", "America/Chicago").under(List.of(new RegistryCopy("us-ftc", "*", NOON)), block);

    // when, then
    assertThat(call.blocks(NOON.minusNanos(1_000))).isEmpty();
    assertThat(call.blocks(NOON)).containsExactly("STATE_OF_EMERGENCY");
    assertThat(call.decided(NOON).retryAt()).isEqualTo(NOON.plusSeconds(3600));
    assertThat(call.blocks(NOON.plusSeconds(3600))).isEmpty();
    assertThat(call.saying("emergency", null, null, null).blocks(NOON)).isEmpty();
    assertThat(Calls.to("US-NY", "America/New_York").under(List.of(new RegistryCopy("us-ftc", "*", NOON)), block)
        .blocks(NOON)).isEmpty();
  }

  @Test
  void shouldNotGuessALawThatItDoesNotKnow() {
    // when, then
    assertThat(codes(Calls.to("FR", "Europe/Paris"))).containsExactly("UNKNOWN_JURISDICTION");
  }

  @Test
  void shouldHoldACallOfAnUnknownKindToEveryRow() {
    // given: eight in the evening in Florida is too late for solicitations only
    Instant evening = Instant.parse("2027-02-25T01:30:00Z");
    Calls florida = Calls.to("US-FL", "America/New_York");

    // when, then
    assertThat(florida.saying("informational", null, null, null).blocks(evening)).isEmpty();
    assertThat(florida.saying("chat", null, null, null).blocks(evening)).contains("OUTSIDE_CALLING_HOURS");
  }

  private static List<String> codes(Calls call) {
    return call.findings(NOON).stream().map(Finding::code).map(Enum::name).toList();
  }
}
