package io.dialgate.cli.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import io.dialgate.runtime.settings.Setting;
import io.dialgate.runtime.settings.Settings;

/** {@code --settings FILE}, for every verb that needs settings: {@code @Mixin SettingsOptions settings}. */
public final class SettingsOptions {

  @Option(names = "--settings", paramLabel = "FILE", description = "Settings file (default: dialgate.properties in the current folder, if it is there).")
  private @Nullable Path file;

  private final Map<String, String> environment;

  /** Options that stand above these variables. */
  public SettingsOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Reads the settings.
   *
   * @param options what the verb's own options set, above all else
   * @throws io.dialgate.runtime.Refused at the first wrong one
   */
  public Settings load(List<Setting> options) {
    return Settings.load(Optional.ofNullable(file), environment, options);
  }

  /** Reads the settings where the verb has no option that sets one. */
  public Settings load() {
    return load(List.of());
  }
}
