package io.dialgate.runtime.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings from the variables whose names begin with {@code DIALGATE_}. */
final class Environment {

  /** Names the settings file. */
  static final String SETTINGS_FILE = "DIALGATE_SETTINGS";

  /**
   * Variables of that prefix that are no settings: they are needed before any setting can be read, by the launcher and by
   * the log.
   */
  static final Map<String, String> NOT_SETTINGS = Map.of(SETTINGS_FILE, "the settings file, like --settings",
      "DIALGATE_LOG_FORMAT", "`json`: one JSON object per log line instead of text", "DIALGATE_JAVA_OPTS",
      "options for the JVM, after the launcher's own");

  private Environment() {}

  /** The settings, sorted by name, so that the first complaint is always the same. */
  static List<Setting> read(Map<String, String> environment) {
    Set<String> others = NOT_SETTINGS.keySet();
    return environment.entrySet().stream().filter(entry -> entry.getKey().startsWith(SettingKey.VARIABLE_PREFIX))
        .filter(entry -> !others.contains(entry.getKey())).sorted(Map.Entry.comparingByKey())
        .map(entry -> new Setting(SettingKey.keyOf(entry.getKey()), entry.getValue(),
            new Origin.Variable(entry.getKey())))
        .toList();
  }
}
