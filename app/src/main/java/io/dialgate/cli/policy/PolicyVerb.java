package io.dialgate.cli.policy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code policy}: the rules, and what follows from them. */
@Command(name = "policy", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WHAT", description = {
    "Shows the rules in force, explains what they say of a number, puts others in force,",
    "blocks a region in an emergency, and tells what other rules would have decided."}, subcommands = {
        PolicyShowVerb.class, PolicyExplainVerb.class, PolicyPublishVerb.class, PolicyBlockVerb.class,
        PolicyDiffVerb.class})
public final class PolicyVerb implements Runnable {

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected WHAT to do with policies, but got none");
  }
}
