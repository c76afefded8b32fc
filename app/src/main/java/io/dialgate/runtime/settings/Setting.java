package io.dialgate.runtime.settings;

/**
 * One value that somebody set.
 *
 * @param key for example {@code http.port}
 * @param value the text as it was written, without the blanks around it
 * @param origin where
 */
public record Setting(String key, String value, Origin origin) {

  public Setting {
    value = value.strip();
  }

  /** Never the value, which may be a secret. */
  @Override
  public String toString() {
    return key + " " + origin;
  }

  /** A value from the command line. */
  public static Setting option(String option, String key, String value) {
    return new Setting(key, value, new Origin.Option(option));
  }
}
