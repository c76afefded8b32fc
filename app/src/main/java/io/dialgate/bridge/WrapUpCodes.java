package io.dialgate.bridge;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which wrap-up codes say that the person does not want to be called any more. Case and blanks around do not matter.
 *
 * @param optOuts the codes' ids or names
 */
public record WrapUpCodes(Set<String> optOuts) {

  /** The names that contact centres use without being told to. */
  public static final WrapUpCodes BUILT_IN = new WrapUpCodes(
      Set.of("DNC", "Do Not Call", "Remove From List", "Opt Out"));

  /** Keeps its own copy. */
  public WrapUpCodes {
    optOuts = optOuts.stream().map(WrapUpCodes::normal).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the code is an opt-out. */
  public boolean isOptOut(String code) {
    return optOuts.contains(normal(code));
  }

  private static String normal(String code) {
    return code.strip().toLowerCase(Locale.ROOT);
  }
}
