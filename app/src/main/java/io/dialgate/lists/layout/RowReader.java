package io.dialgate.lists.layout;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.lists.file.Lines;
import io.dialgate.lists.layout.Layout.Shape;
import io.dialgate.lists.layout.Row.Answer;

/** Reads lines by a layout. It keeps buffers, and is for one thread. */
public final class RowReader {

  private static final int MAX_COLUMNS = 32;
  private static final int MAX_NUMBER_BYTES = 64;
  private static final int SHOWN = 64;
  private static final List<DateTimeFormatter> ISO = List.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME,
      DateTimeFormatter.ISO_LOCAL_DATE_TIME, DateTimeFormatter.ISO_LOCAL_DATE);

  private final Layout layout;
  private final int[] from = new int[MAX_COLUMNS];
  private final int[] to = new int[MAX_COLUMNS];
  private final byte[] scratch = new byte[MAX_NUMBER_BYTES];
  private final byte[] joined = new byte[MAX_NUMBER_BYTES];

  public RowReader(Layout layout) {
    this.layout = layout;
  }

  /** What the line says at which the reader stands. */
  public Row read(Lines lines) {
    return read(lines.bytes(), lines.length());
  }

  /** What a line of so many bytes says. */
  public Row read(byte[] line, int length) {
    int columns = split(line, length);
    Shape shape = layout.shapes().get(columns);
    if (shape == null) {
      return malformed(line, length);
    }
    long number = number(shape, line);
    if (number == 0) {
      return malformed(line, length);
    }
    Row row = switch (shape.kind()) {
      case FULL -> new Row.Listed(number);
      case CHANGES -> changed(number, shape, line);
      case ANSWERS -> answered(number, shape, line);
    };
    return row == null ? malformed(line, length) : row;
  }

  private @Nullable Row changed(long number, Shape shape, byte[] line) {
    Change change = layout.actions().get(text(shape, Column.ACTION, line));
    Instant at = time(text(shape, Column.TIME, line));
    return change == null || at == null ? null : new Row.Changed(number, change, at);
  }

  private @Nullable Row answered(long number, Shape shape, byte[] line) {
    Answer answer = layout.answers().get(text(shape, Column.ANSWER, line).toLowerCase(Locale.ROOT));
    Instant at = time(text(shape, Column.TIME, line));
    return answer == null || at == null ? null : new Row.Answered(number, answer, at);
  }

  private long number(Shape shape, byte[] line) {
    int whole = shape.columns().indexOf(Column.NUMBER);
    if (whole >= 0) {
      return layout.numbers().read(line, from[whole], to[whole], scratch);
    }
    int area = shape.columns().indexOf(Column.AREA);
    int local = shape.columns().indexOf(Column.LOCAL);
    int areaLength = to[area] - from[area];
    int localLength = to[local] - from[local];
    if (areaLength + localLength > MAX_NUMBER_BYTES) {
      return 0;
    }
    System.arraycopy(line, from[area], joined, 0, areaLength);
    System.arraycopy(line, from[local], joined, areaLength, localLength);
    return layout.numbers().read(joined, 0, areaLength + localLength, scratch);
  }

  /** Finds where columns begin and end, quotation marks around one left out; how many there are, or -1 for too many. */
  private int split(byte[] line, int length) {
    int columns = 0;
    int start = 0;
    for (int i = 0; i <= length; i++) {
      if (i == length || line[i] == layout.separator()) {
        if (columns == MAX_COLUMNS) {
          return -1;
        }
        boolean quoted = i - start >= 2 && line[start] == '"' && line[i - 1] == '"';
        from[columns] = quoted ? start + 1 : start;
        to[columns] = quoted ? i - 1 : i;
        columns++;
        start = i + 1;
      }
    }
    return columns;
  }

  private String text(Shape shape, Column column, byte[] line) {
    int at = shape.columns().indexOf(column);
    return new String(line, from[at], to[at] - from[at], StandardCharsets.UTF_8);
  }

  private @Nullable Instant time(String text) {
    for (List<DateTimeFormatter> formats : List.of(ISO, layout.times())) {
      for (DateTimeFormatter format : formats) {
        try {
          return instant(format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
        } catch (DateTimeException e) {
          // Another format may fit.
        }
      }
    }
    return null;
  }

  private static Instant instant(TemporalAccessor time) {
    return switch (time) {
      case OffsetDateTime known -> known.toInstant();
      case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
      default -> LocalDate.from(time).atStartOfDay(ZoneOffset.UTC).toInstant();
    };
  }

  private Row malformed(byte[] line, int length) {
    String text = new String(line, 0, Math.min(length, SHOWN), StandardCharsets.ISO_8859_1)
        + (length > SHOWN ? "…" : "");
    return new Row.Malformed("expected a line of the registry %s (%s), but got '%s'".formatted(layout.registry(),
        Arrays.toString(layout.shapes().values().stream().map(RowReader::words).sorted().toArray()),
        text.replaceAll("\\p{Cntrl}", "?")));
  }

  private static String words(Shape shape) {
    return String.join(",", shape.columns().stream().map(one -> one.name().toLowerCase(Locale.ROOT)).toList());
  }
}
