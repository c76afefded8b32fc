package io.dialgate.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document that its schema has found right, and where it stands.
 *
 * @param value the part; a missing node, if it is not there
 * @param pointer where it stands, as a JSON pointer
 * @param faults takes what is wrong with it
 */
record Spot(JsonNode value, String pointer, Faults faults) {

  Spot at(String field) {
    return new Spot(value.path(field), pointer + "/" + field, faults);
  }

  boolean exists() {
    return !value.isMissingNode();
  }

  boolean has(String field) {
    return value.has(field);
  }

  String text() {
    return value.asText();
  }

  String text(String field) {
    return value.path(field).asText();
  }

  List<Spot> items() {
    var items = new ArrayList<Spot>(value.size());
    for (int i = 0; i < value.size(); i++) {
      items.add(new Spot(value.get(i), pointer + "/" + i, faults));
    }
    return items;
  }

  List<String> fields() {
    var names = new ArrayList<String>();
    value.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The day that is written here; null if there is none, or no such day, which is a fault. */
  @Nullable
  LocalDate date() {
    return exists() ? date(text(), this) : null;
  }

  /** A day that is written as text. */
  static @Nullable LocalDate date(String text, Spot where) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      where.fault("a day of the calendar", "\"" + text + "\"", "correct the date");
      return null;
    }
  }

  void fault(String expected, String got, String remedy) {
    faults.add(pointer, expected, got, remedy);
  }
}
