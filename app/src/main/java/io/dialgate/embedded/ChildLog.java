package io.dialgate.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a child wrote.
 *
 * @param path its file
 */
record ChildLog(Path path) {

  private static final int MAX_TOLD_CHARACTERS = 300;
  private static final List<String> TELLING = List.of("ERROR", "FATAL", "Exception", "Caused by");

  /** The last line that speaks of an error, or else the last one. */
  String tellingLine() {
    try {
      // Any byte is a character here: a log is not always in one encoding.
      List<String> lines = Files.readString(path, StandardCharsets.ISO_8859_1).lines().map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("at ") && !line.startsWith("...")).toList();
      String telling = lines.reversed().stream().filter(line -> TELLING.stream().anyMatch(line::contains)).findFirst()
          .orElse(lines.isEmpty() ? "nothing" : lines.getLast());
      return telling.substring(0, Math.min(telling.length(), MAX_TOLD_CHARACTERS));
    } catch (IOException e) {
      return "nothing that can be read";
    }
  }
}
