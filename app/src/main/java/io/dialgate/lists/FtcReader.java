package io.dialgate.lists;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.phone.PhoneNumber;

/**
 * Reads the files that the FTC's registry delivers (telemarketing.donotcall.gov): full lists and change files, a number a line.
 * It holds one line at a time.
 */
public final class FtcReader {

  /** Characters of a line that are looked at; no line of either kind is longer. */
  public static final int MAX_LINE = 64;

  private static final String US = "+1";
  private static final Pattern LISTED = Pattern.compile("([2-9]\\d{2}),([2-9]\\d{6})");
  private static final Pattern CHANGED = Pattern.compile("([2-9]\\d{2}[2-9]\\d{6}),([^,]+),([AD])");

  private final String file;

  /**
   * For one file.
   *
   * @param file its name, for the sentences about its lines
   */
  public FtcReader(String file) {
    this.file = file;
  }

  /** Hands on each line in order, the malformed ones too. */
  public void read(Reader text, Consumer<FtcLine> lines) throws IOException {
    var buffered = new BufferedReader(text);
    int number = 1;
    for (String line = next(buffered); line != null; line = next(buffered)) {
      lines.accept(parse(line, number));
      number++;
    }
  }

  FtcLine parse(String text, int line) {
    Matcher listed = LISTED.matcher(text);
    if (listed.matches()) {
      return new FtcLine.Listed(line, new PhoneNumber(US + listed.group(1) + listed.group(2)));
    }
    Matcher changed = CHANGED.matcher(text);
    Instant at = changed.matches() ? time(changed.group(2)) : null;
    if (at == null) {
      return new FtcLine.Malformed(line, malformed(text, line));
    }
    Change change = changed.group(3).equals("A") ? Change.ADDED : Change.REMOVED;
    return new FtcLine.Changed(line, new PhoneNumber(US + changed.group(1)), change, at);
  }

  private static @Nullable Instant time(String text) {
    try {
      return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private String malformed(String text, int line) {
    String told = text.length() > MAX_LINE ? text.substring(0, MAX_LINE) + "…" : text;
    return "expected a line such as 407,5551234 or 4075551234,2026-08-29T08:00:00,A, but got '%s' in %s line %d"
        .formatted(told.replaceAll("\\p{Cntrl}", "?"), file, line);
  }

  /** A line without its end, and of an endless one only as much as shows that it is too long. */
  private static @Nullable String next(Reader text) throws IOException {
    int c = text.read();
    if (c < 0) {
      return null;
    }
    var line = new StringBuilder();
    for (; c >= 0 && c != '\n'; c = text.read()) {
      if (line.length() <= MAX_LINE) {
        line.append((char) c);
      }
    }
    int last = line.length() - 1;
    return last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
  }
}
