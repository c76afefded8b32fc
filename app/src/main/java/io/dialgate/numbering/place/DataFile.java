package io.dialgate.numbering.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One table of this package: lines of comment that start with a hash, a header, rows of fields parted by commas. A field
 * holds no comma but for the last one; a field of several values parts them by spaces.
 *
 * @param rows the fields of each row, as many as the header names
 * @param version what the last line of comment with {@code Version:} says behind it; empty if there is none
 */
record DataFile(List<List<String>> rows, String version) {

  private static final String COMMENT = "#";
  private static final String VERSION = "Version: ";

  DataFile {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a resource beside this class.
   *
   * @throws IllegalStateException if it is missing, or a row has not the header's number of fields
   */
  static DataFile read(String name) {
    try (InputStream in = DataFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("expected the table " + name + " in the jar, but got none; build it anew");
      }
      return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("expected to read the table " + name + ", but got an error; check the jar", e);
    }
  }

  private static DataFile parse(String name, String text) {
    List<List<String>> rows = new ArrayList<>();
    String version = "";
    int columns = 0;
    for (String line : text.lines().toList()) {
      if (line.startsWith(COMMENT)) {
        int at = line.indexOf(VERSION);
        version = at < 0 ? version : line.substring(at + VERSION.length());
      } else if (columns == 0) {
        columns = line.split(",", -1).length;
      } else {
        List<String> fields = List.of(line.split(",", columns));
        if (fields.size() != columns) {
          throw new IllegalStateException("expected %d fields in each row of %s, but got '%s'; correct the row"
              .formatted(columns, name, line));
        }
        rows.add(fields);
      }
    }
    return new DataFile(rows, version);
  }

  /** The values of a field of several. */
  static List<String> values(String field) {
    return field.isEmpty() ? List.of() : List.of(field.split(" ", -1));
  }
}
