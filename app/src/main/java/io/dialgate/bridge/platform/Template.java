package io.dialgate.bridge.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Texts and trees in which {@code {name}} stands for a value.
 *
 * <p>A text that is nothing but {@code {name}} becomes the value itself, so that a number stays one; where that value is absent,
 * the text is left out of its object or list.
 */
public final class Template {

  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Template() {}

  /** The names in a text. */
  public static Set<String> names(String text) {
    Set<String> names = new TreeSet<>();
    NAME.matcher(text).results().forEach(found -> names.add(found.group(1)));
    return names;
  }

  /** The tree with its values; empty if nothing but an absent value was asked for. */
  public static Optional<JsonNode> fill(JsonNode template, Map<String, JsonNode> values) {
    if (template.isObject()) {
      ObjectNode filled = NODES.objectNode();
      template.properties()
          .forEach(field -> fill(field.getValue(), values).ifPresent(value -> filled.set(field.getKey(), value)));
      return Optional.of(filled);
    }
    if (template.isArray()) {
      ArrayNode filled = NODES.arrayNode();
      template.forEach(item -> fill(item, values).ifPresent(filled::add));
      return Optional.of(filled);
    }
    return template.isTextual() ? text(template.textValue(), values) : Optional.of(template);
  }

  /**
   * The path with its values, each encoded so that it cannot be more than a part of it.
   *
   * @throws IllegalArgumentException if one of them is absent
   */
  public static String path(String template, Map<String, JsonNode> values) {
    return replace(template, values, true);
  }

  private static Optional<JsonNode> text(String text, Map<String, JsonNode> values) {
    Matcher whole = NAME.matcher(text);
    if (whole.matches()) {
      return Optional.ofNullable(values.get(whole.group(1)));
    }
    return Optional.of(NODES.textNode(replace(text, values, false)));
  }

  private static String replace(String text, Map<String, JsonNode> values, boolean encode) {
    return NAME.matcher(text).replaceAll(found -> {
      JsonNode value = values.get(found.group(1));
      if (value == null || value.asText().isEmpty()) {
        throw new IllegalArgumentException(
            "expected a value for {%s}, but the record has none; complete it at its source".formatted(found.group(1)));
      }
      String shown = value.asText();
      return Matcher.quoteReplacement(
          encode ? URLEncoder.encode(shown, StandardCharsets.UTF_8).replace("+", "%20") : shown);
    });
  }
}
