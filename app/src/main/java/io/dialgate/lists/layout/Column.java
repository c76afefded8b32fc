package io.dialgate.lists.layout;

import java.util.List;

/** What a column holds. */
enum Column {
  /** A whole number, national or international. */
  NUMBER,
  /** The area code alone. */
  AREA,
  /** What follows the area code. */
  LOCAL,
  /** Registered or taken off. */
  ACTION,
  /** The registry's answer. */
  ANSWER,
  /** When. */
  TIME,
  /** Something else. */
  IGNORED;

  /** What a line with these columns is. */
  static Kind kind(List<Column> columns) {
    if (columns.contains(ANSWER)) {
      return Kind.ANSWERS;
    }
    return columns.contains(ACTION) ? Kind.CHANGES : Kind.FULL;
  }
}
