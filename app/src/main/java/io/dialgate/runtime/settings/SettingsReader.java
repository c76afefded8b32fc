package io.dialgate.runtime.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

import io.dialgate.runtime.Refused;

/** From texts and where they stand to {@link Settings}, or to the sentence that says why not. */
final class SettingsReader {

  private static final Pattern USER_INFO = Pattern.compile("//[^/\\s]*@");

  static final Path DEFAULT_FILE = Path.of("dialgate.properties");

  private SettingsReader() {}

  static Settings read(Optional<Path> file, Map<String, String> environment, List<Setting> options) {
    Map<String, Setting> effective = new LinkedHashMap<>();
    fileOf(file, environment).ifPresent(path -> putAll(effective, onlyOnce(PropertiesFile.read(path))));
    putAll(effective, Environment.read(environment));
    putAll(effective, options);
    effective.values().forEach(SettingsReader::refuseIfWrong);
    return SettingsView.of(effective);
  }

  private static Optional<Path> fileOf(Optional<Path> named, Map<String, String> environment) {
    return named.or(() -> Optional.ofNullable(environment.get(Environment.SETTINGS_FILE)).map(Path::of))
        .or(() -> Optional.of(DEFAULT_FILE).filter(Files::exists));
  }

  /** A key that stands twice in one file is a mistake: one of the two would be without effect, and nobody would know. */
  private static List<Setting> onlyOnce(List<Setting> settings) {
    Map<String, Setting> seen = new HashMap<>();
    for (Setting setting : settings) {
      Setting before = seen.put(setting.key(), setting);
      if (before != null) {
        throw new Refused("expected %s once, but got it %s and again %s; remove one".formatted(setting.key(),
            before.origin(), setting.origin()));
      }
    }
    return settings;
  }

  private static void putAll(Map<String, Setting> effective, List<Setting> settings) {
    settings.forEach(setting -> {
      refuseIfUnknown(setting);
      effective.put(setting.key(), setting);
    });
  }

  private static void refuseIfUnknown(Setting setting) {
    if (PassThrough.prefixOf(setting.key()).isPresent() || find(setting.key()).isPresent()) {
      return;
    }
    boolean variable = setting.origin() instanceof Origin.Variable;
    List<String> known = SettingKeys.ALL.stream().map(SettingKey::name).toList();
    String nearest = Nearest.to(setting.key(), known)
        .map(name -> "did you mean " + (variable ? SettingKey.variable(name) : name) + "?")
        .orElse("`dialgate settings` lists all keys");
    String got = setting.origin() instanceof Origin.Variable(String name) ? name : "'" + setting.key() + "'";
    String where = variable ? "in the environment" : setting.origin().toString();
    throw new Refused("expected a known setting, but got %s %s; %s".formatted(got, where, nearest));
  }

  private static void refuseIfWrong(Setting setting) {
    PassThrough.prefixOf(setting.key()).flatMap(prefix -> Invariants.objection(prefix, setting))
        .ifPresent(objection -> {
          throw new Refused(objection);
        });
    find(setting.key()).ifPresent(key -> {
      try {
        Object value = ConfigDef.parseType(key.name(), setting.value(), key.check().type());
        key.check().validator().ensureValid(key.name(), value);
      } catch (ConfigException wrong) {
        // Without the cause, whose message repeats the value.
        throw new Refused("expected %s to be %s, but got %s %s; correct it, or remove it for the default%s".formatted(
            key.name(), key.check().expected(), shown(key, setting.value()), setting.origin(),
            key.fallback() == null ? "" : " " + key.fallback()));
      }
    });
  }

  /** A secret that is wrong may be right but for a letter; so may the password in an address. */
  private static String shown(SettingKey key, String value) {
    return key.secret() ? "something else" : "'" + USER_INFO.matcher(value).replaceAll("//…@") + "'";
  }

  private static Optional<SettingKey> find(String key) {
    return SettingKeys.ALL.stream().filter(known -> known.name().equals(key)).findFirst();
  }
}
