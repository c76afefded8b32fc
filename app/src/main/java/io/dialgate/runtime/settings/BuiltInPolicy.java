package io.dialgate.runtime.settings;

import java.util.Arrays;
import java.util.Locale;

/** A policy that Dialgate comes with. */
public enum BuiltInPolicy {
  /** The law of the countries that Dialgate knows, as shipped: seed data, to be reviewed by counsel. */
  STANDARD,
  /** Lists, and nothing else. */
  LISTS_ONLY;

  /** The name in settings. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static BuiltInPolicy of(String text) {
    return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst().orElseThrow();
  }
}
