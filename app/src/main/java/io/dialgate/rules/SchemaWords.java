package io.dialgate.rules;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;

/**
 * Makes sentences of a validator's findings. What was expected is the {@code description} of the part of the schema that was
 * not met, and what to do its first example.
 */
final class SchemaWords {

  private static final int LONGEST_VALUE = 60;
  private static final String MEASURES = "/$defs/rule/oneOf";

  private final JsonNode schema;
  private final Faults faults;

  SchemaWords(JsonNode schema, Faults faults) {
    this.schema = schema;
    this.faults = faults;
  }

  void tell(Error error, String pointer) {
    JsonNode part = part(error);
    switch (error.getKeyword()) {
      case "required" -> missing(pointer, part, error.getProperty());
      // The property that this error names is the one that asks for the missing one.
      case "dependentRequired" -> missing(pointer, part, String.valueOf(error.getArguments()[0]));
      case "additionalProperties" -> faults.add(pointer + "/" + error.getProperty(), description(part),
          "the field " + error.getProperty(), "correct its name or leave it out");
      default -> faults.add(pointer, description(part), value(error.getInstanceNode()),
          "correct it" + example(part));
    }
  }

  private void missing(String pointer, JsonNode part, String field) {
    faults.add(pointer, "the field " + field, "none", "add it" + example(property(part, field)));
  }

  /** Tells that a rule has no measure, or more than one. */
  void measures(String pointer, JsonNode rule) {
    var all = new ArrayList<String>();
    schema.at(MEASURES).forEach(it -> all.add(it.at("/required/0").asText()));
    List<String> got = all.stream().filter(rule::has).toList();
    faults.add(pointer, "one of " + String.join(", ", all), got.isEmpty() ? "none" : String.join(" and ", got),
        got.isEmpty() ? "say what the rule asks for" : "make a rule of each");
  }

  /** The part of the schema whose keyword was not met: the schema's location without that keyword. */
  private JsonNode part(Error error) {
    String location = error.getSchemaLocation().toString();
    String fragment = location.substring(location.indexOf('#') + 1);
    JsonNode part = schema.at(fragment.substring(0, Math.max(fragment.lastIndexOf('/'), 0)));
    return part.has("$ref") ? resolved(part) : part;
  }

  private JsonNode property(JsonNode part, String name) {
    return resolved(part.path("properties").path(name));
  }

  private JsonNode resolved(JsonNode part) {
    return part.has("$ref") ? schema.at(part.path("$ref").asText().substring(1)) : part;
  }

  private static String description(JsonNode part) {
    return part.path("description").asText("a document that its schema describes");
  }

  private static String example(JsonNode part) {
    JsonNode example = part.at("/examples/0");
    return example.isMissingNode() ? "" : ", for example " + example.asText();
  }

  private static String value(JsonNode node) {
    String text = node.isNull() ? "nothing" : node.isTextual() ? "\"" + node.asText() + "\"" : node.toString();
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
  }
}
