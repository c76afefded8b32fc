package io.dialgate.lists.layout;

import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.lists.layout.Row.Answer;

/**
 * How a registry writes its files.
 *
 * @param registry whose files they are, for example {@code us-ftc}; it becomes the entries' list id
 * @param numbers how it spells numbers
 * @param separator between columns
 * @param header whether the first line of a text names the columns
 * @param shapes the kinds of line, told apart by how many columns they have
 * @param actions its words for registered and taken off
 * @param answers its words for answers, in lower case
 * @param times how it writes dates, beside ISO 8601
 * @param changesEvery how far apart its change lists are at most; more than that after our copy is a gap
 */
public record Layout(String registry, Spelling numbers, char separator, boolean header, Map<Integer, Shape> shapes,
    Map<String, Change> actions, Map<String, Answer> answers, List<DateTimeFormatter> times, Period changesEvery) {

  /** Keeps its own copies. */
  public Layout {
    shapes = Map.copyOf(shapes);
    actions = Map.copyOf(actions);
    answers = Map.copyOf(answers);
    times = List.copyOf(times);
  }

  /** One kind of line: what its columns hold, in order. */
  record Shape(Kind kind, List<Column> columns) {

    Shape(List<Column> columns) {
      this(Column.kind(columns), List.copyOf(columns));
    }
  }
}
