package io.dialgate.lists.contact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import io.dialgate.lists.RefusedList;

/**
 * The rows of a CSV file (RFC 4180) in their order, all bytes of it in one of them. A broken row costs its own line and nothing
 * else: a quote that is not closed, text after a quoted field, or another number of fields than the first row has, since then
 * nobody can tell which field is the number. Holds one row.
 */
public final class Rows implements AutoCloseable {

  /** The most broken rows; a file with more of them is not what it was taken for. */
  static final int MAX_BROKEN = 10_000;

  private final LineFeed feed;
  private final CSVFormat format;
  private final String name;
  private final int columns;
  private CSVParser parser;
  private Iterator<CSVRecord> records;
  private long firstLine;
  private long lines;
  private int broken;

  /**
   * Of a stream, which is closed with it.
   *
   * @param name of the file, for the sentences about it
   * @param separator of fields
   * @param columns that a row has; 0 if that is not known
   */
  public Rows(InputStream in, String name, char separator, int columns) {
    this.feed = new LineFeed(new RawLines(in, name));
    this.name = name;
    this.columns = columns;
    this.format = CSVFormat.Builder.create(CSVFormat.RFC4180).setDelimiter(separator).setIgnoreEmptyLines(false).get();
    this.parser = parser();
    this.records = parser.iterator();
  }

  /**
   * The next row; null at the end.
   *
   * @throws RefusedList if there are too many broken rows
   */
  public @Nullable Row next() {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CSVRecord fields = records.next();
      long spanned = parser.getCurrentLineNumber() - lines;
      if (!fits(fields) && spanned > 1) {
        // A quote that is not closed swallows the rows up to the next quote. They are rows of their own.
        return broken("expected %d fields, but got %d".formatted(columns, fields.size()));
      }
      lines += spanned;
      return row(spanned, fits(fields) ? fields.toList() : List.of(),
          fits(fields) ? "" : "expected %d fields, but got %d".formatted(columns, fields.size()));
    } catch (UncheckedIOException | IllegalStateException unreadable) {
      if (!feed.hasFed()) {
        throw new RefusedList("expected to read %s, but: %s".formatted(name, unreadable.getMessage()), unreadable);
      }
      return broken("expected quotes that are closed before the next separator, but got others");
    }
  }

  @Override
  public void close() {
    try {
      feed.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its first line alone is a broken row; a parser of its own goes on behind it. */
  private Row broken(String fault) {
    Row row = row(1, List.of(), fault);
    feed.rewind();
    parser = parser();
    records = parser.iterator();
    lines = 0;
    return row;
  }

  private Row row(long spanned, List<String> fields, String fault) {
    if (!fault.isEmpty() && ++broken > MAX_BROKEN) {
      throw new RefusedList(
          "expected a contact list in CSV, but more than %,d rows of %s are broken, the last on line %d (%s); correct the file"
              .formatted(MAX_BROKEN, name, firstLine + 1, fault));
    }
    var row = new Row(firstLine + 1, feed.take(spanned), fields, fault);
    firstLine += spanned;
    return row;
  }

  /** Exports fill rows up with empty fields; those do not move the others. */
  private boolean fits(CSVRecord fields) {
    if (columns == 0 || fields.size() == columns) {
      return true;
    }
    for (int i = columns; i < fields.size(); i++) {
      if (!fields.get(i).isEmpty()) {
        return false;
      }
    }
    return fields.size() > columns;
  }

  private CSVParser parser() {
    try {
      return CSVParser.builder().setReader(feed).setFormat(format).get();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
