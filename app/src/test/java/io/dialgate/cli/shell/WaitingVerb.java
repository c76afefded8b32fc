package io.dialgate.cli.shell;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs until it is stopped, in a process of its own; with {@code stuck} its closing never ends. */
@Command(name = "wait")
public final class WaitingVerb implements Callable<Integer> {

  @Mixin
  private Output output;

  @Parameters
  private String how = "";

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new WaitingVerb()).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    Shutdown shutdown = Shutdown.onSignals(output);
    output.print("ready", "ready");
    shutdown.await();
    if ("stuck".equals(how)) {
      new CountDownLatch(1).await();
    }
    output.print("closed", "closed");
    return ExitCode.DONE;
  }
}
