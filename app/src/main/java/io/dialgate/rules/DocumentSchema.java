package io.dialgate.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/** Holds documents against their JSON Schema, and tells what is wrong in words that the schema itself provides. */
final class DocumentSchema {

  /** Where the schema of policies lies on the class path. */
  static final String POLICY = "/policies/policy.schema.json";

  private final JsonNode source;
  private final Schema schema;

  /**
   * Reads a schema.
   *
   * @param resource where it lies on the class path
   */
  DocumentSchema(String resource) {
    try (InputStream in = Objects.requireNonNull(DocumentSchema.class.getResourceAsStream(resource), resource)) {
      source = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(source);
  }

  void check(JsonNode document, Faults faults) {
    Set<String> measures = new HashSet<>();
    var words = new SchemaWords(source, faults);
    for (Error error : schema.validate(document)) {
      String pointer = error.getInstanceLocation().toString();
      if (error.getSchemaLocation().toString().contains("/oneOf")) {
        // Each of the alternatives says why it does not hold; together they say one thing.
        if (measures.add(pointer)) {
          words.measures(pointer, document.at(pointer));
        }
      } else {
        words.tell(error, pointer);
      }
    }
  }
}
