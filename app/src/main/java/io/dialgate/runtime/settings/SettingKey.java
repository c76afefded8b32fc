package io.dialgate.runtime.settings;

import java.util.Locale;

import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;

/**
 * One key, declared once: reading, checking and the reference page all use this object.
 *
 * @param name for example {@code gate.commit.interval.ms}
 * @param check which texts are taken
 * @param fallback the text of the default, or null if the key may be absent
 * @param unit what is counted, for example milliseconds
 * @param sentence what it means, in one sentence
 * @param secret whether its value is nobody's business: no message ever repeats it
 */
public record SettingKey(String name, Check check, @Nullable String fallback, String unit, String sentence,
    boolean secret) {

  SettingKey(String name, Check check, @Nullable String fallback, String unit, String sentence) {
    this(name, check, fallback, unit, sentence, false);
  }

  /** The same, of which no message repeats the value. */
  SettingKey asSecret() {
    return new SettingKey(name, check, fallback, unit, sentence, true);
  }

  /** Every variable of Dialgate begins so. */
  public static final String VARIABLE_PREFIX = "DIALGATE_";

  /** The variable of the environment that sets a key: {@code http.port} is {@code DIALGATE_HTTP_PORT}. */
  public static String variable(String key) {
    return VARIABLE_PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  /** The key that a variable sets. */
  static String keyOf(String variable) {
    return variable.substring(VARIABLE_PREFIX.length()).toLowerCase(Locale.ROOT).replace('_', '.');
  }

  ConfigDef addTo(ConfigDef definition) {
    return definition.define(name, check.type(), fallback, check.validator(), ConfigDef.Importance.MEDIUM, sentence);
  }
}
