package io.dialgate.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a process takes of the machine's memory. */
public final class Memory {

  private static final String RESIDENT = "VmRSS:";

  private Memory() {}

  /** Resident bytes; empty where the operating system does not tell (it does on Linux), or the process is gone. */
  public static OptionalLong resident(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines.filter(line -> line.startsWith(RESIDENT))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024).findFirst();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
