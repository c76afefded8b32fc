package io.dialgate.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import io.dialgate.cli.shell.ClusterOf;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.SettingsOptions;
import io.dialgate.runtime.docs.AclCommands;
import io.dialgate.runtime.settings.Settings;

/** {@code acl}: what the broker has to allow, and whom nobody may be. */
@Command(name = "acl", mixinStandardHelpOptions = true, description = {
    "Prints the commands that give Dialgate's principal what it needs, and that keep everybody, Dialgate too, from deleting,",
    "altering or truncating the audit. It changes nothing: read them, and run them as an administrator of the brokers."})
final class AclVerb implements Callable<Integer> {

  @Mixin
  private SettingsOptions settings;

  @Mixin
  private Output output;

  @Option(names = "--principal", defaultValue = "User:dialgate", paramLabel = "PRINCIPAL", description = "Dialgate's principal (default: User:dialgate).")
  private String principal = "User:dialgate";

  @Override
  public Integer call() {
    Settings loaded = settings.load();
    String brokers = ClusterOf.named(loaded).bootstrapServers();
    List<String> commands = AclCommands.of(loaded, brokers, principal);
    output.print(Map.of("commands", commands), String.join(System.lineSeparator(), commands));
    return ExitCode.DONE;
  }
}
