package io.dialgate.cli.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code audit}: what was recorded, and that it was not altered. */
@Command(name = "audit", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "WHAT", description = {
    "Checks the logs, proves single entries, tells everything about a number, and writes the logs where others can serve them.",
    "Every log is a Merkle tree (RFC 9162) with signed heads (C2SP tlog-checkpoint) and tiles (C2SP tlog-tiles)."}, subcommands = {
        AuditKeyVerb.class, AuditVerifyVerb.class, AuditProveVerb.class, AuditCheckProofVerb.class,
        AuditHistoryVerb.class, AuditExportVerb.class})
public final class AuditVerb implements Runnable {

  @Spec
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected WHAT to do with the audit, but got none");
  }
}
