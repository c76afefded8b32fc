package io.dialgate.runtime.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import io.dialgate.runtime.Refused;

/**
 * Reads a file in the format of {@link Properties}, UTF-8, and keeps for each value the line on which it begins.
 *
 * <p>{@code Properties} itself reads each entry, so that escapes mean what they always mean; only where an entry begins and
 * ends is found here: blank lines and those beginning with # or ! are none, and a line that ends with an odd number of
 * backslashes goes on.
 */
final class PropertiesFile {

  /** A settings file larger than this is no settings file. */
  static final long MAX_BYTES = 1 << 20;

  private PropertiesFile() {}

  /**
   * Reads all entries, in the order of the file.
   *
   * @throws Refused if the file cannot be read or an entry is malformed; the message names file and line
   */
  static List<Setting> read(Path file) {
    List<String> lines = lines(file);
    List<Setting> settings = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      int first = i;
      if (isEmptyOrComment(lines.get(i))) {
        continue;
      }
      StringBuilder entry = new StringBuilder(lines.get(i));
      while (goesOn(lines.get(i)) && i + 1 < lines.size()) {
        i++;
        entry.append('\n').append(lines.get(i));
      }
      settings.add(entry(entry.toString(), new Origin.Line(file, first + 1)));
    }
    return settings;
  }

  private static List<String> lines(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new Refused("expected a settings file of at most %d bytes, but got %d bytes in %s; name another file"
            .formatted(MAX_BYTES, Files.size(file), file));
      }
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException notText) {
      throw new Refused("expected UTF-8 text, but got other bytes in " + file + "; save it as UTF-8", notText);
    } catch (NoSuchFileException missing) {
      throw new Refused("expected a settings file, but got none at " + file + "; check the path", missing);
    } catch (IOException unreadable) {
      throw new Refused("expected a readable settings file, but got '%s' for %s; check the path and its rights"
          .formatted(unreadable.getMessage(), file), unreadable);
    }
  }

  private static Setting entry(String text, Origin origin) {
    Properties parsed = new Properties();
    try {
      parsed.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException malformed) {
      throw new Refused("expected key=value, but got a malformed \\u escape " + origin + "; write \\u and 4 hex digits",
          malformed);
    }
    String key = parsed.stringPropertyNames().stream().findFirst().orElse("");
    return new Setting(key, parsed.getProperty(key, ""), origin);
  }

  private static boolean isEmptyOrComment(String line) {
    String text = line.strip();
    return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
  }

  private static boolean goesOn(String line) {
    int backslashes = 0;
    while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
