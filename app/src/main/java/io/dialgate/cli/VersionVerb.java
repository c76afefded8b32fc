package io.dialgate.cli;

import java.util.LinkedHashMap;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import io.dialgate.cli.shell.Output;

/** {@code version}: which Dialgate this is, and on which Java. */
@Command(name = "version", description = "Prints the version of Dialgate and of Java.", mixinStandardHelpOptions = true)
final class VersionVerb implements Runnable {

  @Mixin
  private Output output;

  @Override
  public void run() {
    Map<String, String> document = new LinkedHashMap<>();
    document.put("version", Version.current());
    document.put("java", Runtime.version().toString());
    output.print(document, "dialgate %s, Java %s".formatted(Version.current(), Runtime.version()));
  }
}
