package io.dialgate.cli;

import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

import io.dialgate.cli.shell.SettingsOptions;

/** Makes what picocli asks for: verbs, and the mixins that need more than picocli knows. */
final class Parts implements IFactory {

  private final Map<String, String> environment;

  Parts(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == SettingsOptions.class) {
      return type.cast(new SettingsOptions(environment));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
