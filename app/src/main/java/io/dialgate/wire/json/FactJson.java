package io.dialgate.wire.json;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.Decoding;
import io.dialgate.wire.record.EntryEnvelope;
import io.dialgate.wire.registry.RegistryUnreachableException;
import io.dialgate.wire.registry.SchemaRegistry;

/**
 * An audit entry as JSON: what the entry says, and the fact itself with every field. Where the fact's schema cannot be had, its
 * bytes are there instead, in hexadecimal. Confined to one thread.
 */
public final class FactJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SchemaRegistry registry;
  private final Map<String, AvroCodec<? extends SpecificRecord>> codecs = new HashMap<>();

  public FactJson(SchemaRegistry registry) {
    this.registry = registry;
  }

  /** The document, ready to be written. */
  public Map<String, @Nullable Object> of(EntryEnvelope entry) {
    Map<String, @Nullable Object> json = envelope(entry);
    json.put("event", fact(entry).<Object>map(FactJson::json).orElseGet(() -> HexFormat.of().formatHex(entry.event())));
    return json;
  }

  /** The same as text, indented, for a person. */
  public String pretty(EntryEnvelope entry) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(of(entry));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("expected a document that JSON can hold", impossible);
    }
  }

  /** What the entry says without its fact: this needs no registry. */
  public static Map<String, @Nullable Object> envelope(EntryEnvelope entry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("log", entry.log());
    json.put("index", entry.index());
    json.put("time", entry.time().toString());
    json.put("type", entry.type());
    json.put("subject", entry.subject());
    json.put("partition", entry.partition());
    json.put("offset", entry.offset());
    return json;
  }

  /** The fact; empty if it was omitted, is of a kind that this version does not know, or has a schema that cannot be had. */
  public Optional<SpecificRecord> fact(EntryEnvelope entry) {
    try {
      return Topics.ALL.stream().filter(topic -> topic.shortName().equals(entry.type()))
          .filter(topic -> SpecificRecord.class.isAssignableFrom(topic.value())).findFirst()
          .flatMap(topic -> decode(topic, entry.event()));
    } catch (RegistryUnreachableException e) {
      return Optional.empty();
    }
  }

  private Optional<SpecificRecord> decode(Topic<?> topic, byte[] event) {
    AvroCodec<? extends SpecificRecord> codec = codecs.computeIfAbsent(topic.shortName(),
        _ -> new AvroCodec<>(topic.value().asSubclass(SpecificRecord.class), registry, ""));
    return codec.decode(event) instanceof Decoding.Decoded<? extends SpecificRecord>(SpecificRecord fact, int _)
        ? Optional.of(fact)
        : Optional.empty();
  }

  /** Avro writes a record as JSON when it is asked for its text. */
  private static Object json(SpecificRecord fact) {
    try {
      return JSON.readTree(fact.toString());
    } catch (JsonProcessingException e) {
      return fact.toString();
    }
  }
}
