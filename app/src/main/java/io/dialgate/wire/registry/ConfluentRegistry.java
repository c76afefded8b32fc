package io.dialgate.wire.registry;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A registry that speaks Confluent's API over HTTP: Confluent's own, Apicurio's under {@code /apis/ccompat/v7}, Karapace,
 * Redpanda. Thread-safe; what it once learned it does not ask again.
 *
 * <p>Source: Confluent, "Schema Registry API Reference", {@code POST /subjects/(subject)/versions} and
 * {@code GET /schemas/ids/(id)}.
 */
public final class ConfluentRegistry implements SchemaRegistry, AutoCloseable {

  /** How many ids, and how many schemas, are remembered. */
  public static final int MAX_REMEMBERED = 1_000;

  /** How many ids are remembered as unknown. */
  public static final int MAX_UNKNOWN = 10_000;

  /** How long an unknown id stays unknown without being asked for again: a flood of poison is no flood of requests. */
  public static final Duration UNKNOWN_FOR = Duration.ofSeconds(10);

  private final Endpoints endpoints;
  private final InstantSource clock;
  private final Recent<Registration, Integer> ids = new Recent<>(MAX_REMEMBERED);
  private final Recent<Integer, Schema> schemas = new Recent<>(MAX_REMEMBERED);
  private final Recent<Integer, Unknown> unknown = new Recent<>(MAX_UNKNOWN);

  private record Registration(String subject, Schema schema) {}

  private record Unknown(String why, Instant until) {}

  /**
   * A registry at these addresses; nothing is asked yet.
   *
   * @param urls one or several base URLs, separated by commas, each with or without a path
   * @throws IllegalArgumentException if one is not an absolute http or https URL
   */
  public ConfluentRegistry(String urls) {
    this(urls, Endpoints.REQUEST_TIMEOUT, InstantSource.system());
  }

  ConfluentRegistry(String urls, Duration requestTimeout, InstantSource clock) {
    this.endpoints = new Endpoints(bases(urls), requestTimeout);
    this.clock = clock;
  }

  @Override
  public int register(String subject, Schema schema) {
    var registration = new Registration(subject, schema);
    Integer known = ids.get(registration);
    if (known != null) {
      return known;
    }
    String path = "/subjects/%s/versions"
        .formatted(URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20"));
    String body = Answer.JSON.createObjectNode().put("schema", SchemaText.of(schema, Answer.JSON)).toString();
    int id = switch (endpoints.ask(path, body)) {
      case Answer.Found(JsonNode found) when found.path("id").asInt(0) > 0 -> found.path("id").asInt();
      case Answer.Refused(String why) -> throw new IncompatibleSchemaException(
          "expected the registry to take schema %s under subject '%s', but it refuses it (%s); compare it with the versions there"
              .formatted(schema.getFullName(), subject, why));
      case Answer other -> throw senseless("an id for subject '%s'".formatted(subject), other);
    };
    ids.put(registration, id);
    return id;
  }

  @Override
  public Schema byId(int id) {
    Schema known = schemas.get(id);
    if (known != null) {
      return known;
    }
    Unknown refused = unknown.get(id);
    if (refused != null && clock.instant().isBefore(refused.until())) {
      throw new UnknownSchemaException(refused.why());
    }
    try {
      Schema schema = lookUp(id);
      schemas.put(id, schema);
      unknown.remove(id);
      return schema;
    } catch (UnknownSchemaException e) {
      unknown.put(id, new Unknown(String.valueOf(e.getMessage()), clock.instant().plus(UNKNOWN_FOR)));
      throw e;
    }
  }

  private Schema lookUp(int id) {
    if (id < 1) {
      throw new UnknownSchemaException("expected a schema id of 1 or more, but got %d".formatted(id));
    }
    // Some clients register a type for itself and refer to it; resolved means written out, and a registry that does not know
    // the word ignores it.
    return switch (endpoints.ask("/schemas/ids/" + id + "?format=resolved", null)) {
      case Answer.Found(JsonNode body) when body.path("schema").isTextual() -> parse(id, body);
      case Answer.Missing(String why) -> throw new UnknownSchemaException(
          "expected the id of a registered schema, but got %d, which the registry does not have (%s)".formatted(id,
              why));
      case Answer other -> throw senseless("schema %d".formatted(id), other);
    };
  }

  private static Schema parse(int id, JsonNode body) {
    String type = body.path("schemaType").asText("AVRO");
    if (!"AVRO".equals(type)) {
      throw new UnknownSchemaException("expected schema %d to be Avro, but it is %s".formatted(id, type));
    }
    try {
      // A default that an older Avro let pass does not make the records unreadable.
      return new Schema.Parser().setValidateDefaults(false).parse(body.path("schema").textValue());
    } catch (AvroRuntimeException e) {
      throw new UnknownSchemaException(
          "expected schema %d to be a whole Avro schema, but %s; register it with all its types"
              .formatted(id, e.getMessage()));
    }
  }

  private static RegistryUnreachableException senseless(String wanted, Answer got) {
    return new RegistryUnreachableException(
        "expected %s from the schema registry, but got %s; correct schema.registry.url".formatted(wanted, got));
  }

  private static List<String> bases(String urls) {
    List<String> bases = new ArrayList<>();
    for (String part : urls.split(",", -1)) {
      String base = part.strip();
      if (!base.matches("https?://[^/?#\\s]+[^?#\\s]*")) {
        throw new IllegalArgumentException(
            "expected schema.registry.url to be one or several http URLs separated by commas, but got '%s'"
                .formatted(urls));
      }
      bases.add(URI.create(base.replaceAll("/+$", "")).toString());
    }
    return bases;
  }

  @Override
  public void close() {
    endpoints.close();
  }
}
