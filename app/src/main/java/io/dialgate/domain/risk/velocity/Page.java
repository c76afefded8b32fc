package io.dialgate.domain.risk.velocity;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A page of the tree: rows of numbers that are not negative, kept by columns. A column is written as its least number and, in
 * as many bytes as the greatest needs, what each row has beyond it: a column of equal numbers takes no bytes a row, and a number
 * can be looked up where it lies, without reading the page.
 */
final class Page {

  private static final int VERSION = 1;

  private int rows;
  private int columns;
  private byte[] bytes;
  private int[] starts = {};
  private int[] widths = {};
  private long[] least = {};
  private long @Nullable [][] cells;
  private boolean changed;

  /** An empty page. */
  Page(int columns) {
    this.columns = columns;
    this.bytes = new byte[0];
    this.cells = new long[columns][4];
    this.changed = true;
  }

  /** A page that {@link #toBytes} made. */
  Page(byte[] bytes) {
    this.bytes = bytes;
    var reader = new PageReader(bytes, VERSION);
    rows = reader.count();
    columns = reader.count();
    starts = new int[columns];
    widths = new int[columns];
    least = new long[columns];
    for (int c = 0; c < columns; c++) {
      widths[c] = reader.count();
      least[c] = reader.number();
    }
    int at = reader.position();
    for (int c = 0; c < columns; c++) {
      starts[c] = at;
      at += widths[c] * rows;
    }
  }

  int rows() {
    return rows;
  }

  boolean changed() {
    return changed;
  }

  /** A number; 0 in a column that the page does not have. */
  long get(int row, int column) {
    if (column >= columns) {
      return 0;
    }
    return cells == null
        ? least[column] + PageReader.fixed(bytes, starts[column] + row * widths[column], widths[column])
        : cells[column][row];
  }

  /** The sum of a column's first rows. */
  long sum(int column, int firstRows) {
    if (column >= columns) {
      return 0;
    }
    if (cells == null && widths[column] == 0) {
      return least[column] * firstRows;
    }
    long sum = 0;
    for (int row = 0; row < firstRows; row++) {
      sum += get(row, column);
    }
    return sum;
  }

  void set(int row, int column, long value) {
    if (cells == null && fits(column, value)) {
      patch(starts[column] + row * widths[column], widths[column], value - least[column]);
      return;
    }
    long[][] own = own();
    if (column >= columns) {
      own = widen(own, column + 1);
    }
    own[column][row] = value;
  }

  /** Whether a number can be written where another stands: most changes are of one small number, and the page stays as it is. */
  private boolean fits(int column, long value) {
    if (column >= columns || value < least[column]) {
      return false;
    }
    int width = widths[column];
    return width == Long.BYTES || value - least[column] < 1L << (width * Byte.SIZE);
  }

  private void patch(int at, int width, long value) {
    if (!changed) {
      bytes = bytes.clone();
      changed = true;
    }
    PageWriter.fixed(bytes, at, value, width);
  }

  void add(int row, int column, long more) {
    if (more != 0) {
      set(row, column, get(row, column) + more);
    }
  }

  /** Makes room for a row of zeros. */
  void insert(int row) {
    long[][] own = own();
    for (int c = 0; c < columns; c++) {
      if (own[c].length == rows) {
        own[c] = Arrays.copyOf(own[c], 2 * rows);
      }
      System.arraycopy(own[c], row, own[c], row + 1, rows - row);
      own[c][row] = 0;
    }
    rows++;
  }

  void removeFirst() {
    for (long[] column : own()) {
      System.arraycopy(column, 1, column, 0, rows - 1);
    }
    rows--;
  }

  /** Takes away all rows from this one on, and returns them as a page of their own. */
  Page splitAt(int row) {
    long[][] own = own();
    var other = new Page(columns);
    long[][] theirs = new long[columns][];
    for (int c = 0; c < columns; c++) {
      theirs[c] = Arrays.copyOfRange(own[c], row, Math.max(rows, row + 4));
    }
    other.cells = theirs;
    other.rows = rows - row;
    rows = row;
    return other;
  }

  byte[] toBytes() {
    return cells == null ? bytes : encode(cells);
  }

  private byte[] encode(long[][] own) {
    var header = new PageWriter().fixed(VERSION, 1).number(rows).number(columns);
    int[] width = new int[columns];
    long[] base = new long[columns];
    int size = 0;
    for (int c = 0; c < columns; c++) {
      long min = rows == 0 ? 0 : Long.MAX_VALUE;
      long max = 0;
      for (int row = 0; row < rows; row++) {
        min = Math.min(min, own[c][row]);
        max = Math.max(max, own[c][row]);
      }
      base[c] = min;
      width[c] = (Long.SIZE - Long.numberOfLeadingZeros(max - min) + Byte.SIZE - 1) / Byte.SIZE;
      size += width[c] * rows;
      header.number(width[c]).number(min);
    }
    int at = header.size();
    byte[] page = header.toBytes(at + size);
    for (int c = 0; c < columns; c++) {
      for (int row = 0; row < rows && width[c] > 0; row++) {
        PageWriter.fixed(page, at, own[c][row] - base[c], width[c]);
        at += width[c];
      }
    }
    return page;
  }

  private long[][] own() {
    long[][] own = cells;
    if (own == null) {
      own = new long[columns][Math.max(4, rows + 1)];
      for (int c = 0; c < columns; c++) {
        for (int row = 0; row < rows; row++) {
          own[c][row] = get(row, c);
        }
      }
      cells = own;
    }
    changed = true;
    return own;
  }

  private long[][] widen(long[][] own, int to) {
    long[][] wider = Arrays.copyOf(own, to);
    for (int c = columns; c < to; c++) {
      wider[c] = new long[own[0].length];
    }
    columns = to;
    cells = wider;
    return wider;
  }
}
