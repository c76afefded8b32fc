package io.dialgate.wire.avro;

import java.util.HashMap;
import java.util.Map;

import org.apache.avro.Schema;

/**
 * How large a schema is when every type is written out where it is used, and how few bytes its value takes.
 *
 * <pre>
 * nodes(record) = 1 + sum of nodes(field)      leastBytes(record) = sum of leastBytes(field)
 * nodes(union)  = 1 + sum of nodes(branch)     leastBytes(union)  = 1 + least of leastBytes(branch)
 * nodes(array)  = 1 + nodes(element)           leastBytes(array)  = 1
 * </pre>
 *
 * <p>A schema comes from whoever can register one. Reading n bytes takes at most (n + 1) * nodes steps, as deep as nodes at
 * most, if no type contains itself and no element of an array is empty; so such schemas are refused, and nodes are bounded.
 */
record Shape(long nodes, long leastBytes) {

  /** The contract's largest record has about 150. */
  static final int MAX_NODES = 10_000;

  /**
   * The shape of a schema.
   *
   * @throws HostileSchemaException if a type contains itself, an array's elements may be empty, or there are too many nodes
   */
  static Shape of(Schema schema) {
    return new Walk().of(schema);
  }

  /** A schema that could make reading take long or nest deep. */
  static final class HostileSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HostileSchemaException(String message) {
      super(message);
    }
  }

  private static final class Walk {

    private static final Shape OPEN = new Shape(0, 0);

    /** Records by name; a type that is used twice is walked once, or the walk itself would be the attack. */
    private final Map<String, Shape> records = new HashMap<>();

    Shape of(Schema schema) {
      Shape shape = switch (schema.getType()) {
        case RECORD -> record(schema);
        case UNION -> union(schema);
        case ARRAY -> array(schema);
        case MAP -> new Shape(1 + of(schema.getValueType()).nodes(), 1);
        case NULL -> new Shape(1, 0);
        case FIXED -> new Shape(1, schema.getFixedSize());
        case FLOAT -> new Shape(1, Float.BYTES);
        case DOUBLE -> new Shape(1, Double.BYTES);
        case STRING, BYTES, INT, LONG, BOOLEAN, ENUM -> new Shape(1, 1);
      };
      if (shape.nodes() > MAX_NODES) {
        throw new HostileSchemaException("expected a schema of at most %d types and fields, but %s has more"
            .formatted(MAX_NODES, schema.getFullName()));
      }
      return shape;
    }

    private Shape record(Schema schema) {
      Shape known = records.putIfAbsent(schema.getFullName(), OPEN);
      if (OPEN.equals(known)) {
        throw new HostileSchemaException(
            "expected a schema without recursion, but %s contains itself".formatted(schema.getFullName()));
      }
      if (known != null) {
        return known;
      }
      long nodes = 1;
      long bytes = 0;
      for (Schema.Field field : schema.getFields()) {
        Shape shape = of(field.schema());
        nodes += shape.nodes();
        bytes += shape.leastBytes();
      }
      var shape = new Shape(nodes, bytes);
      records.put(schema.getFullName(), shape);
      return shape;
    }

    private Shape union(Schema schema) {
      long nodes = 1;
      long bytes = schema.getTypes().isEmpty() ? 0 : Long.MAX_VALUE - 1;
      for (Schema branch : schema.getTypes()) {
        Shape shape = of(branch);
        nodes += shape.nodes();
        bytes = Math.min(bytes, shape.leastBytes());
      }
      return new Shape(nodes, 1 + bytes);
    }

    private Shape array(Schema schema) {
      Shape element = of(schema.getElementType());
      if (element.leastBytes() == 0) {
        throw new HostileSchemaException(
            "expected array elements of at least one byte, but those of a schema's %s may be empty"
                .formatted(schema.getElementType().getFullName()));
      }
      return new Shape(1 + element.nodes(), 1);
    }
  }
}
