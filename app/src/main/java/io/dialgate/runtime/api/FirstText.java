package io.dialgate.runtime.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.Schema;

import io.dialgate.wire.registry.SchemaRegistry;

/**
 * The first field of a record, which names it, without decoding the rest: of all decisions that are followed, few are waited
 * for here. Avro writes fields in the order of the schema, and a text as its length (a zigzag varint) and its UTF-8 bytes
 * (Avro 1.12, "Binary encoding"). Whether the first field is the one that is wanted, the schema that wrote the record says.
 */
final class FirstText {

  private static final int HEADER_BYTES = 5;
  private static final int MAX_VARINT_BYTES = 5;

  private final String field;
  private final SchemaRegistry registry;
  private final Map<Integer, Boolean> known = new ConcurrentHashMap<>();

  FirstText(String field, SchemaRegistry registry) {
    this.field = field;
    this.registry = registry;
  }

  /** The text; empty if the record has to be decoded to find it, or is none. */
  Optional<String> of(byte[] record) {
    if (record.length <= HEADER_BYTES || record[0] != 0 || !known.computeIfAbsent(schemaId(record), this::begins)) {
      return Optional.empty();
    }
    int length = 0;
    int at = HEADER_BYTES;
    for (int shift = 0; at < record.length && shift < 7 * MAX_VARINT_BYTES; shift += 7) {
      byte next = record[at++];
      length |= (next & 0x7f) << shift;
      if (next >= 0) {
        int bytes = length >>> 1;
        boolean fits = (length & 1) == 0 && bytes <= record.length - at;
        return fits ? Optional.of(new String(record, at, bytes, StandardCharsets.UTF_8)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean begins(int id) {
    List<Schema.Field> fields = registry.byId(id).getFields();
    return !fields.isEmpty() && fields.getFirst().name().equals(field)
        && fields.getFirst().schema().getType() == Schema.Type.STRING;
  }

  private static int schemaId(byte[] record) {
    return (record[1] & 0xff) << 24 | (record[2] & 0xff) << 16 | (record[3] & 0xff) << 8 | (record[4] & 0xff);
  }
}
