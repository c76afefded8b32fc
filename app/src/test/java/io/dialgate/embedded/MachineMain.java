package io.dialgate.embedded;

import java.nio.file.Path;

/** A process that runs a machine on the folder it is given until its standard input ends: a test can kill it. */
final class MachineMain {

  private MachineMain() {}

  public static void main(String[] arguments) throws Exception {
    try (var machine = EmbeddedMachine.start(new EmbeddedMachine.Options(Path.of(arguments[0]), 0, 0), _ -> {})) {
      System.out.println("ready " + machine.pids().get("broker") + " " + machine.pids().get("registry"));
      while (System.in.read() >= 0) {
        // Nothing is ever written to it.
      }
    }
    System.out.println("closed");
  }
}
