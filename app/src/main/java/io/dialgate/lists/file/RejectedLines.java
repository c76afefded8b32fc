package io.dialgate.lists.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.jspecify.annotations.Nullable;

/**
 * {@code FILE.rejected.csv}: the lines of a file that are none, each with its place and the reason. It stands whole under its
 * name or not at all; where no line is rejected there is none.
 */
public final class RejectedLines implements AutoCloseable {

  /** What its name ends with. */
  public static final String SUFFIX = ".rejected.csv";

  /** Lines that are written out; those after it are counted only, so that a wrong file does not fill the disk. */
  public static final int MAX_WRITTEN = 100_000;

  private static final int SHOWN_BYTES = 200;

  private final Path target;
  private final Path unfinished;
  private @Nullable Writer writer;
  private long count;

  /** For one file; an older one of an earlier attempt goes. */
  public RejectedLines(Path file) {
    this.target = Path.of(file + SUFFIX);
    this.unfinished = Path.of(target + ".tmp");
    try {
      Files.deleteIfExists(target);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** How many there are. */
  public long count() {
    return count;
  }

  /** Where they stand. */
  public Path path() {
    return target;
  }

  /** Adds the line at which the reader stands. */
  public void add(Lines lines, String part, String reason) {
    count++;
    if (count > MAX_WRITTEN) {
      return;
    }
    try {
      Writer out = open();
      int shown = Math.min(lines.length(), SHOWN_BYTES);
      String text = new String(lines.bytes(), 0, shown, StandardCharsets.ISO_8859_1)
          + (shown < lines.length() ? "…" : "");
      out.write("%d,%s,%s,%s\r\n".formatted(lines.number(), quoted(part), quoted(reason), quoted(text)));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private Writer open() throws IOException {
    Writer opened = writer;
    if (opened == null) {
      opened = Files.newBufferedWriter(unfinished);
      opened.write("line,file,reason,text\r\n");
      writer = opened;
    }
    return opened;
  }

  private UncheckedIOException unwritable(IOException e) {
    return new UncheckedIOException(
        "expected to write bad lines to %s, but: %s; make room, or copy the registry's file to a folder that can be written to"
            .formatted(target, WhyNot.of(e)),
        e);
  }

  /** RFC 4180; what is no character that prints becomes a question mark. */
  private static String quoted(String text) {
    return '"' + text.replaceAll("\\p{Cntrl}", "?").replace("\"", "\"\"") + '"';
  }
}
