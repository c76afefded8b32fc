package io.dialgate.cli;

import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.dialgate.cli.audit.AuditVerb;
import io.dialgate.cli.filter.FilterVerb;
import io.dialgate.cli.key.KeyVerb;
import io.dialgate.cli.number.CheckVerb;
import io.dialgate.cli.number.HoldVerb;
import io.dialgate.cli.number.OptInVerb;
import io.dialgate.cli.number.OptOutVerb;
import io.dialgate.cli.policy.PolicyVerb;
import io.dialgate.cli.registry.RegistryVerb;
import io.dialgate.cli.risk.RiskVerb;
import io.dialgate.cli.scrub.ScrubVerb;
import io.dialgate.cli.shell.ExitCode;

/** The program: {@code dialgate VERB}. */
@Command(name = "dialgate", synopsisSubcommandLabel = "VERB", versionProvider = Version.class, description = {
    "The gate that every outbound call passes: dial requests in, allow or suppress out, and a recall",
    "when a person opts out before the call was placed."}, subcommands = {DemoVerb.class, UpVerb.class, CheckVerb.class,
        OptOutVerb.class, OptInVerb.class, HoldVerb.class, KeyVerb.class, PolicyVerb.class, RiskVerb.class,
        RegistryVerb.class,
        FilterVerb.class, ScrubVerb.class,
        AuditVerb.class, AclVerb.class, TopologyVerb.class,
        BenchVerb.class,
        SettingsVerb.class,
        VersionVerb.class}, mixinStandardHelpOptions = true, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
            "0:done", "1:found what was asked for, and it is bad: a suppressed number, a broken log",
            "2:wrong usage: the command line, a setting or a file",
            "3:could not reach something, or Dialgate itself failed"}, footerHeading = "%nSettings:%n", footer = {
                "dialgate.properties in the current folder, or --settings FILE, or the file named by DIALGATE_SETTINGS; and each key "
                    + "as a variable (http.port is DIALGATE_HTTP_PORT). 'dialgate settings' prints all of them.",
                "",
                "'dialgate VERB --help' explains a verb."})
public final class Dialgate implements Runnable {

  @Spec
  private CommandSpec spec;

  /** Called by picocli. */
  public Dialgate() {}

  /** Ends the process with the verb's exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(System.getenv()).execute(arguments));
  }

  /**
   * The command line, ready to execute.
   *
   * @param environment the variables from which settings are read
   */
  public static CommandLine commandLine(Map<String, String> environment) {
    CommandLine commandLine = new CommandLine(new Dialgate(), new Parts(environment));
    commandLine.setUsageHelpAutoWidth(true).setCaseInsensitiveEnumValuesAllowed(true)
        .setAbbreviatedOptionsAllowed(false)
        .setExecutionExceptionHandler(ExitCode::explain).setParameterExceptionHandler(ExitCode::explainUsage);
    return commandLine;
  }

  /** A verb is missing. */
  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a VERB, but got none");
  }
}
