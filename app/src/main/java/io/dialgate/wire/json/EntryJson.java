package io.dialgate.wire.json;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.DncEntry;

/** An entry as JSON: every field by its name, as text. */
public final class EntryJson {

  private EntryJson() {}

  /** The document, ready to be written. */
  public static Map<String, @Nullable Object> of(DncEntry entry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    entry.getSchema().getFields().forEach(field -> {
      Object value = entry.get(field.pos());
      json.put(field.name(), value == null ? null : value.toString());
    });
    return json;
  }
}
