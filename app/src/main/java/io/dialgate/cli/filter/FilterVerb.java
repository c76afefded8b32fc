package io.dialgate.cli.filter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code filter}: a pre-filter for those who want to check, and may not see numbers. */
@Command(name = "filter", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WHAT", description = {
    "Exports a filter that says which numbers are surely on no list, without telling the numbers, and asks it.",
    "A number that it may hold has to be asked about at the gate."}, subcommands = {FilterExportVerb.class,
        FilterCheckVerb.class})
public final class FilterVerb implements Runnable {

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected WHAT to do with filters, but got none");
  }
}
