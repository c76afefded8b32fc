package io.dialgate.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import io.dialgate.cli.demo.Demo;
import io.dialgate.cli.demo.Narrator;
import io.dialgate.cli.shell.ExitCode;
import io.dialgate.cli.shell.Output;
import io.dialgate.cli.shell.Shutdown;

/** {@code demo}: the gate at work on sample records, in half a minute. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = {
    "Starts a broker, a registry and the gate on free ports, feeds them sample records, tells what comes out, and ends.",
    "It leaves nothing behind, and reads no settings. Ends with 1 if anything is not what it must be."})
final class DemoVerb implements Callable<Integer>, Narrator {

  @Mixin
  private Output output;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Shutdown shutdown = Shutdown.onSignals(output);
    return Demo.play(this, Version.current(), shutdown::asked) ? ExitCode.DONE : ExitCode.BAD_NEWS;
  }

  @Override
  public void tell(Map<String, ?> document, String words) {
    output.print(document, words);
  }

  @Override
  public void progress(String words) {
    output.progress(words);
  }
}
