package io.dialgate.cli.key;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code key}: who may use the API. */
@Command(name = "key", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WHAT", description = "Keys of the API: makes, lists and revokes them.", subcommands = {
    KeyCreateVerb.class, KeyListVerb.class, KeyRevokeVerb.class})
public final class KeyVerb implements Runnable {

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected WHAT to do with keys, but got none");
  }
}
