package io.dialgate.rules;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.dialgate.domain.place.LineType;
import io.dialgate.domain.policy.law.Scope;
import io.dialgate.domain.policy.law.Scope.WhenLineUnknown;

/**
 * Reads which calls a rule is about.
 *
 * @param types the document's call types
 * @param modes its dial modes
 * @param channels its channels
 */
record ScopeReader(Vocabulary types, Vocabulary modes, Vocabulary channels) {

  Scope read(Spot rule) {
    return new Scope(types.scope(rule.at("call-types")), lines(rule.at("lines")), whenUnknown(rule),
        modes.scope(rule.at("dial-modes")), channels.scope(rule.at("channels")));
  }

  private static Set<LineType> lines(Spot list) {
    return list.items().stream().map(it -> LineType.valueOf(constant(it.text()))).collect(Collectors.toSet());
  }

  private static WhenLineUnknown whenUnknown(Spot rule) {
    return rule.has("when-line-unknown")
        ? WhenLineUnknown.valueOf(constant(rule.text("when-line-unknown")))
        : WhenLineUnknown.APPLIES;
  }

  /** A word of the document as the name of the domain's constant. */
  static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
