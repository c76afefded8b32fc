package io.dialgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document says what the routes do, and the routes do what the document says. */
class OpenApiTest {

  @RegisterExtension
  static final ApiUnderTest API = new ApiUnderTest();

  private static final JsonNode DOCUMENT = document();

  /** One operation of the document. */
  record Operation(String method, String path, JsonNode content) {

    String address() {
      return path.replace("{number}", "+12025550101").replace("{log}", "0").replace("{path}", "000").replace("{id}",
          FakeScrubs.ID);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @BeforeEach
  void index() {
    API.gate().matches = Optional.of(List.of(true, false));
  }

  @Test
  void shouldDescribeEveryRouteAndNoOther() {
    // given
    Set<String> routes = new TreeSet<>();
    var javalin = Javalin.create(config -> Routes.add(config.routes,
        new FakeParts().house(API.gate().house()).all()));

    // when
    javalin.unsafe.internalRouter.allHttpHandlers().forEach(
        route -> routes.add(route.endpoint.method + " " + route.endpoint.path.replace('<', '{').replace('>', '}')));

    // then
    assertThat(operations().map(Operation::toString)).containsExactlyInAnyOrderElementsOf(routes);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void shouldAcceptEveryExample(Operation operation) throws Exception {
    for (JsonNode example : operation.content.path("requestBody").path("content").path("application/json")
        .path("examples")) {
      // when
      HttpResponse<String> answer = API.post(operation.address(), example.path("value").toString());

      // then
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
      assertThat(operation.content.path("responses").has(Integer.toString(answer.statusCode()))).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void shouldNameTheScopeThatIsNeeded(Operation operation) throws Exception {
    // when
    HttpResponse<String> answer = API.client().send(HttpRequest.newBuilder(API.url().resolve(operation.address()))
        .header("Authorization", "Bearer poor").header("Content-Type", "application/json")
        .method(operation.method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());

    // then
    JsonNode scope = operation.content.path("security").path(0).path("key").path(0);
    if (scope.isMissingNode()) {
      assertThat(answer.statusCode()).isEqualTo(200);
    } else {
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(ApiUnderTest.json(answer).path("detail").asText()).contains("the scope " + scope.asText() + ",");
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void shouldKnowTheFieldsThatAreDescribed(Operation operation) throws Exception {
    for (String name : schemas(operation)) {
      // when
      HttpResponse<String> answer = API.post(operation.address(), "{\"no such field\":1}");

      // then
      Set<String> described = new TreeSet<>();
      DOCUMENT.path("components").path("schemas").path(name).path("properties").fieldNames()
          .forEachRemaining(described::add);
      assertThat(ApiUnderTest.json(answer).path("expected").asText())
          .isEqualTo("absent, or one of " + String.join(", ", described));
    }
  }

  static Stream<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    DOCUMENT.path("paths").properties().forEach(path -> path.getValue().properties().forEach(method -> operations
        .add(new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
    return operations.stream();
  }

  /** The body's schema; of several, the first: a batch is an array of it. */
  private static List<String> schemas(Operation operation) {
    JsonNode schema = operation.content.path("requestBody").path("content").path("application/json").path("schema");
    JsonNode first = schema.has("anyOf") ? schema.path("anyOf").path(0) : schema;
    return first.has("$ref") ? List.of(first.path("$ref").asText().replaceFirst(".*/", "")) : List.of();
  }

  private static JsonNode document() {
    try {
      return new ObjectMapper().readTree(API.get("/openapi.json").body());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
