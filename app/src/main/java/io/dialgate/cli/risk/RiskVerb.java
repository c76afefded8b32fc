package io.dialgate.cli.risk;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code risk}: how risky transactions are. */
@Command(name = "risk", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WHAT", description = {
    "Scores transactions by amount, tier and how fast their customers have been acting: shows the model in force, puts another in",
    "force or in shadow, and tells where two models differ."}, subcommands = {RiskScoreVerb.class, RiskShowVerb.class,
        RiskPublishVerb.class, RiskDiffVerb.class, RiskBacktestVerb.class})
public final class RiskVerb implements Runnable {

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected WHAT to do with risk, but got none");
  }
}
