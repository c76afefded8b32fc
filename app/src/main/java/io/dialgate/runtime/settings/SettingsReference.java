package io.dialgate.runtime.settings;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/** The manual of the settings, as a Markdown table: generated, so that it is never wrong. */
public final class SettingsReference {

  private SettingsReference() {}

  /** All keys in order, then what is handed on, then the variables that are no settings. */
  public static String markdown() {
    return """
        | key | variable | unit | default | expected | meaning |
        |---|---|---|---|---|---|
        """ + SettingKeys.ALL.stream().map(SettingsReference::row).collect(Collectors.joining())
        + """
            | `kafka.*` | `DIALGATE_KAFKA_*` | Kafka's | Kafka's | Kafka's names after the prefix | Handed on to every Kafka \
            client. |
            | `streams.*` | `DIALGATE_STREAMS_*` | Kafka's | Kafka's | Kafka's names after the prefix | Handed on to Kafka \
            Streams. |
            """
        + Environment.NOT_SETTINGS.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getKey))
            .map(entry -> "| | `%s` | | | | %s. |\n".formatted(entry.getKey(), sentence(entry.getValue())))
            .collect(Collectors.joining());
  }

  private static String row(SettingKey key) {
    String fallback = key.fallback() == null ? "none" : "`" + key.fallback() + "`";
    return "| `%s` | `%s` | %s | %s | %s | %s |\n".formatted(key.name(), SettingKey.variable(key.name()), key.unit(),
        fallback, key.check().expected(), key.sentence());
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
