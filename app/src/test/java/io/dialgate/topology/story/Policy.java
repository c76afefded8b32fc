package io.dialgate.topology.story;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Small policy documents. */
public final class Policy {

  /** Two calls a day, emergencies, and revocations that reach every brand. */
  public static final String SMALL = with("small", "cap: {max: 2, in: 24 hours, per: number}",
      "emergency-blocks: true", "revocation: every-brand");

  /** Only with a fresh registry, and a permission exempts from it. */
  public static final String FRESH = with("fresh", "fresh-registry: {registry: us-ftc, max-age: 31 days}",
      "exempts: {by: permission, lasts: until-revoked, from: [NATIONAL_DNC]}", "revocation: every-brand");

  /** Nobody who has not agreed. */
  public static final String STRICT = with("strict", "consent-needed: true", "emergency-blocks: true",
      "revocation: every-brand");

  private Policy() {}

  /** A document whose rules ask for this, in the US. */
  public static String with(String name, String... measures) {
    return """
        format: 1
        policy: %s
        contact-knowledge: adds
        call-types: {solicitation: {means: "sells"}}
        dial-modes: {predictive: {means: "more lines than agents"}}
        channels: {voice: {means: "a call"}}
        rules:
        """.formatted(name) + Arrays.stream(measures)
        .map(measure -> "  - {id: r-%s, region: US, cite: law, source: test, confidence: high, %s}\n"
            .formatted(measure.replaceAll("[^a-z]", "").substring(0, 8), measure))
        .collect(Collectors.joining());
  }
}
