package io.dialgate.cli;

import java.io.PrintWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.runtime.settings.SettingsReference;

/** {@code settings}: the manual of the settings; and, since it reads them, whether yours are right. */
@Command(name = "settings", mixinStandardHelpOptions = true, description = "Prints every setting with its unit, default, check and meaning, after checking yours.")
final class SettingsVerb implements Runnable {

  @Mixin
  private SettingsOptions settings;

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    settings.load();
    PrintWriter out = spec.commandLine().getOut();
    out.print(SettingsReference.markdown());
    out.flush();
  }
}
