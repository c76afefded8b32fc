package io.dialgate.lists.layout;

import java.time.DateTimeException;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.lists.RefusedList;
import io.dialgate.lists.layout.Layout.Shape;
import io.dialgate.lists.layout.Row.Answer;

/** Reads a layout from YAML 1.2. {@code app/docs/registries.md} explains its keys. */
final class LayoutReader {

  private static final int MAX_CHARACTERS = 64 << 10;
  private static final Set<String> KEYS = Set.of("registry", "source", "country", "trunk", "national", "separator",
      "header", "columns", "actions", "answers", "times", "changes-every");

  private final String name;
  private final Map<?, ?> tree;

  private LayoutReader(String name, Map<?, ?> tree) {
    this.name = name;
    this.tree = tree;
  }

  /**
   * The layout that the text describes.
   *
   * @param name of the file, for the sentences about it
   * @throws RefusedList at the first fault
   */
  static Layout read(String text, String name) {
    try {
      var settings = LoadSettings.builder().setLabel(name).setCodePointLimit(MAX_CHARACTERS)
          .setMaxAliasesForCollections(0).build();
      if (new Load(settings).loadFromString(text) instanceof Map<?, ?> tree) {
        return new LayoutReader(name, tree).layout();
      }
      throw new RefusedList("expected a mapping in the layout %s, but got something else; see the documentation"
          .formatted(name));
    } catch (YamlEngineException e) {
      throw new RefusedList("expected YAML 1.2 in the layout %s, but: %s".formatted(name, e.getMessage()), e);
    }
  }

  private Layout layout() {
    tree.keySet().stream().filter(key -> !KEYS.contains(String.valueOf(key))).findFirst().ifPresent(key -> {
      throw wrong("key", "one of " + String.join(", ", KEYS.stream().sorted().toList()), key);
    });
    Map<Integer, Shape> shapes = shapes();
    Map<String, Change> actions = words("actions", Map.of("add", Change.ADDED, "remove", Change.REMOVED));
    Map<String, Answer> answers = new HashMap<>();
    words("answers", Map.of("listed", Answer.LISTED, "not-listed", Answer.NOT_LISTED, "unknown", Answer.UNKNOWN))
        .forEach((word, answer) -> answers.put(word.toLowerCase(Locale.ROOT), answer));
    requireWords(shapes, Kind.CHANGES, "actions", actions);
    requireWords(shapes, Kind.ANSWERS, "answers", answers);
    String separator = text("separator", ",", ".|\\s");
    return new Layout(text("registry", null, "[a-z0-9-]{2,64}"),
        new Spelling(text("country", null, "[1-9][0-9]{0,2}"), text("trunk", "", "[0-9]{0,3}"), national()),
        separator.charAt(0), Boolean.parseBoolean(text("header", "false", "true|false")), shapes, actions, answers,
        times(), period());
  }

  private Map<Integer, Shape> shapes() {
    Map<Integer, Shape> shapes = new HashMap<>();
    for (Object row : list("columns")) {
      if (!(row instanceof List<?> names)) {
        throw wrong("columns", "a list of lists of columns", row);
      }
      Shape shape = new Shape(names.stream().map(this::column).toList());
      requireNumber(shape);
      if (shapes.put(shape.columns().size(), shape) != null) {
        throw wrong("columns", "kinds of line that differ in how many columns they have",
            "two of " + shape.columns().size());
      }
    }
    if (shapes.isEmpty()) {
      throw wrong("columns", "at least one kind of line", "none");
    }
    return shapes;
  }

  private Column column(Object named) {
    String words = Arrays.stream(Column.values()).map(it -> it.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
    return Arrays.stream(Column.values()).filter(it -> it.name().toLowerCase(Locale.ROOT).equals(named)).findFirst()
        .orElseThrow(() -> wrong("columns", "one of " + words, named));
  }

  private void requireNumber(Shape shape) {
    List<Column> columns = shape.columns();
    boolean whole = columns.contains(Column.NUMBER);
    boolean parts = columns.contains(Column.AREA) && columns.contains(Column.LOCAL);
    boolean timed = shape.kind() == Kind.FULL || columns.contains(Column.TIME);
    if (whole == parts || !timed) {
      throw wrong("columns", "either number, or area and local, and time beside action or answer", columns);
    }
  }

  private void requireWords(Map<Integer, Shape> shapes, Kind kind, String key, Map<String, ?> words) {
    if (words.isEmpty() && shapes.values().stream().anyMatch(shape -> shape.kind() == kind)) {
      throw wrong(key, "the registry's words for them", "none");
    }
  }

  private List<String> national() {
    List<String> forms = list("national").stream().map(String::valueOf).toList();
    forms.stream().filter(form -> !form.matches("[NX0-9]{4,14}")).findFirst().ifPresent(form -> {
      throw wrong("national", "forms of 4 to 14 signs N, X or digits", form);
    });
    if (forms.isEmpty()) {
      throw wrong("national", "at least one form such as NXXNXXXXXX", "none");
    }
    return forms;
  }

  private List<DateTimeFormatter> times() {
    return list("times").stream().map(String::valueOf).map(checked("times", pattern -> DateTimeFormatter
        .ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT))).toList();
  }

  private Period period() {
    return checked("changes-every", Period::parse).apply(text("changes-every", "P1D", "P.+"));
  }

  private <T> Function<String, T> checked(String key, Function<String, T> read) {
    return text -> {
      try {
        return read.apply(text);
      } catch (DateTimeException | IllegalArgumentException e) {
        throw new RefusedList("expected %s in the layout %s to be a pattern or a period, but: %s".formatted(key, name,
            e.getMessage()), e);
      }
    };
  }

  private <T> Map<String, T> words(String key, Map<String, T> meanings) {
    Object value = tree.get(key);
    Map<String, T> words = new HashMap<>();
    if (value instanceof Map<?, ?> mapping) {
      mapping.forEach((word, meaning) -> {
        T known = meanings.get(String.valueOf(meaning));
        if (known == null) {
          throw wrong(key, "one of " + meanings.keySet().stream().sorted().toList(), meaning);
        }
        words.put(String.valueOf(word), known);
      });
    } else if (value != null) {
      throw wrong(key, "a mapping of the registry's words", value);
    }
    return words;
  }

  private List<?> list(String key) {
    Object value = tree.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw wrong(key, "a list", value);
  }

  private String text(String key, @Nullable String otherwise, String form) {
    Object value = tree.get(key);
    String text = value == null ? otherwise : String.valueOf(value);
    if (text == null || !text.matches(form)) {
      throw wrong(key, "a text of the form " + form, text);
    }
    return text;
  }

  private RefusedList wrong(String key, String expected, @Nullable Object got) {
    return new RefusedList(
        "expected %s in the layout %s to be %s, but got %s; correct it".formatted(key, name, expected,
            got == null ? "nothing" : "'" + got + "'"));
  }
}
