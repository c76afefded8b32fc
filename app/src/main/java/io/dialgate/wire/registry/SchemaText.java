package io.dialgate.wire.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;

/** A schema as the text that the registry keeps. */
final class SchemaText {

  /** What Avro's code generator notes for itself; it means nothing to a client in another language. */
  private static final String JAVA_STRING = "avro.java.string";

  private SchemaText() {}

  /**
   * The schema with every type that it uses written out in it, with documentation, and without what only Java's generated
   * code needs: the text of the released schema file.
   */
  static String of(Schema schema, ObjectMapper json) {
    try {
      return json.writeValueAsString(withoutJava(json.readTree(schema.toString())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("expected Avro to print a schema as JSON, but it did not", e);
    }
  }

  private static JsonNode withoutJava(JsonNode node) {
    if (node instanceof ObjectNode object && object.remove(JAVA_STRING) != null && object.size() == 1) {
      return object.path("type");
    }
    if (node instanceof ObjectNode object) {
      object.properties().stream().filter(field -> !"default".equals(field.getKey()))
          .forEach(field -> field.setValue(withoutJava(field.getValue())));
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withoutJava(array.get(i)));
      }
    }
    return node;
  }
}
