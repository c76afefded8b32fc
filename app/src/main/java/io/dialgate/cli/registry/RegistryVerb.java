package io.dialgate.cli.registry;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code registry}: our copies of public Do-Not-Call registries. */
@Command(name = "registry", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WHAT", description = "Imports the files of a public Do-Not-Call registry, and says how old our copies are.", subcommands = {
    RegistryImportVerb.class, RegistryStatusVerb.class})
public final class RegistryVerb implements Runnable {

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected WHAT to do with registries, but got none");
  }
}
