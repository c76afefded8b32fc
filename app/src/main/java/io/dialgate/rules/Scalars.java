package io.dialgate.rules;

import java.math.BigInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * What a YAML value that is no list or mapping is: {@code true}, {@code false}, a whole number, or text.
 *
 * <p>These are the plain forms of YAML 1.2's core schema without fractions, which no field takes. That {@code NO} is text here,
 * and {@code 08:00} and {@code 2026-12-25} too, is why the document is read as 1.2 and not as 1.1.
 */
final class Scalars {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Scalars() {}

  static JsonNode value(ScalarEvent event, Faults faults) {
    event.getTag().ifPresent(tag -> faults.add(YamlTree.line(event), "plain values", "the tag " + tag, "leave it out"));
    return event.isPlain() ? plain(event.getValue()) : NODES.textNode(event.getValue());
  }

  private static JsonNode plain(String text) {
    return switch (text) {
      case "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      case "", "~", "null" -> NODES.nullNode();
      default -> text.matches("[-+]?[0-9]{1,18}")
          ? NODES.numberNode(new BigInteger(text).longValueExact())
          : NODES.textNode(text);
    };
  }
}
