package io.dialgate.wire.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.Schema;

/** Placeholder. */
public final class ConfluentRegistry implements SchemaRegistry {

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String base;
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

  public ConfluentRegistry(String base) {
    this.base = base;
  }

  @Override
  public int register(String subject, Schema schema) {
    return ids.computeIfAbsent(subject, s -> {
      try {
        String body = json.writeValueAsString(Map.of("schema", schema.toString()));
        return json.readTree(send(HttpRequest.newBuilder(URI.create(base + "/subjects/" + s + "/versions"))
            .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build()).body())
            .get("id").asInt();
      } catch (IOException e) {
        throw new RegistryUnreachableException(e.toString());
      }
    });
  }

  @Override
  public Schema byId(int id) {
    return schemas.computeIfAbsent(id, i -> {
      try {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base + "/schemas/ids/" + i)).build());
        if (answer.statusCode() == 404) {
          throw new UnknownSchemaException("no " + i);
        }
        return new Schema.Parser().parse(json.readTree(answer.body()).get("schema").asText());
      } catch (IOException e) {
        throw new RegistryUnreachableException(e.toString());
      }
    });
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new RegistryUnreachableException(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RegistryUnreachableException(e.toString());
    }
  }
}
