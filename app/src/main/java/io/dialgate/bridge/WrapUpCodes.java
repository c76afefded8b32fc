package io.dialgate.bridge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which wrap-up codes say that the person does not want to be called any more. An organisation's codes are its own: they are named
 * by their ids or by their names. Case and blanks around do not matter.
 *
 * @param meanings what each means, by its id or name
 */
public record WrapUpCodes(Map<String, Meaning> meanings) {

  /** What a code means. */
  public enum Meaning {
    /** The person does not want to be called. */
    OPT_OUT,
    /** Nothing to the gate, whatever its name says. */
    NOTHING
  }

  private static final Set<String> NAMES = Set.of("DNC", "Do Not Call", "Remove From List", "Opt Out");

  /** The names that contact centres use without being told to. */
  public static final WrapUpCodes BUILT_IN = new WrapUpCodes(Map.of());

  /** What is said of a code counts before what its name means by itself. */
  public WrapUpCodes {
    Map<String, Meaning> all = new HashMap<>();
    NAMES.forEach(name -> all.put(normal(name), Meaning.OPT_OUT));
    meanings.forEach((code, meaning) -> all.put(normal(code), meaning));
    meanings = Map.copyOf(all);
  }

  /** Whether these, of one wrap-up, say so: when in doubt, they do. */
  public boolean areOptOut(List<String> codes) {
    Set<Meaning> said = new HashSet<>();
    codes.forEach(code -> said.add(meanings.getOrDefault(normal(code), Meaning.NOTHING)));
    return said.contains(Meaning.OPT_OUT);
  }

  private static String normal(String code) {
    return code.strip().toLowerCase(Locale.ROOT);
  }
}
