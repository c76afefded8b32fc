package io.dialgate.rules;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Small policy documents for tests. Their rules begin on line {@value #FIRST_RULE}. */
final class Documents {

  static final int FIRST_RULE = 16;

  private static final String HEAD = """
      format: 1
      policy: small
      contact-knowledge: adds
      call-types:
        sales: {means: "sells"}
        claims: {kind-of: sales, means: "sells claims services"}
        polls: {means: "asks"}
      dial-modes:
        automatic: {group: true, means: "a machine dials"}
        predictive: {kind-of: automatic, means: "more lines than agents"}
        manual: {means: "by hand"}
      channels: {voice: {means: "a call"}, text: {means: "a message"}}
      calendars:
        here: {from: 2026-01-01, to: 2026-12-31, source: test, days: {2026-12-25: Christmas Day}}
      rules:
      """;

  private Documents() {}

  /** A document with these rules, a line each. */
  static String with(String... rules) {
    return HEAD + Arrays.stream(rules).map(it -> "  - {" + it + "}\n").collect(Collectors.joining());
  }

  /** The fields of a rule that asks for this, in the US. */
  static String rule(String id, String measure) {
    return "id: %s, region: US, cite: law, source: test, confidence: high, %s".formatted(id, measure);
  }

  /** A document with one rule {@code r} that asks for this. */
  static String asking(String measure) {
    return with(rule("r", measure));
  }
}
