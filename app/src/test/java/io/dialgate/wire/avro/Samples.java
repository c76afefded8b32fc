package io.dialgate.wire.avro;

import java.time.Instant;
import java.util.List;

import io.dialgate.schemas.DecisionFacts;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.Finding;
import io.dialgate.schemas.Verdict;

/** Records as they come. */
public final class Samples {

  private static final Instant AT = Instant.parse("2026-11-01T15:30:00.123456Z");

  private Samples() {}

  public static DialRequest request(String id) {
    return DialRequest.newBuilder().setRequestId(id).setPhone("+14155550100").setRegion("US")
        .setCampaignId("winter-2026")
        .setBrand("acme").setPlatform("genesys").setPurpose(DialPurpose.DIAL).setCallType("solicitation")
        .setDialMode("predictive").setChannel("voice").setContactId("contact-4711").setState("CA")
        .setPostalCode("94105")
        .setZone("America/Los_Angeles").setRequestedAt(AT).setDialBy(AT.plusSeconds(60)).build();
  }

  public static DialDecision decision(String id) {
    // By its setters: the builder would make defaults with classes that Avro has to be told to trust.
    var facts = new DecisionFacts();
    facts.setRequest(request(id));
    facts.setEntries(List.of());
    facts.setConsents(List.of());
    facts.setAttempts(List.of());
    facts.setRegistries(List.of());
    facts.setBlocks(List.of());
    return DialDecision.newBuilder().setRequestId(id).setNumber("+14155550100").setVerdict(Verdict.SUPPRESS)
        .setFindings(
            List.of(new Finding("NATIONAL_DNC", "47 CFR 64.1200(c)(2)", "listed since 2019-03-04", "us-ftc", null),
                new Finding("CUSTOMER_REQUEST", "47 CFR 64.1200(d)(3)", "asked on 2026-10-31", "internal",
                    AT.plusSeconds(3600))))
        .setPolicy("sha256:" + "0123456789abcdef".repeat(4)).setFacts(facts).setDecidedAt(AT).setPlatform("genesys")
        .setCampaignId("winter-2026").build();
  }
}
