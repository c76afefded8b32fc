package io.dialgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.schemas.OperatorActionKind;

class LookupRoutesTest {

  @RegisterExtension
  static final ApiUnderTest API = new ApiUnderTest();

  @Test
  void shouldTellWhatStandsAndHowFreshAndWriteLookupDown() throws Exception {
    // when
    HttpResponse<String> answer = API.get("/v1/dnc/+12025550101");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ApiUnderTest.json(answer).path("listed").asBoolean(true)).isFalse();
    assertThat(ApiUnderTest.json(answer).path("freshness").path("asOf").asText()).isEqualTo(FakeGate.NOW.toString());
    assertThat(ApiUnderTest.json(answer).path("freshness").path("partition").asInt()).isEqualTo(3);
    assertThat(API.gate().actions).singleElement().satisfies(action -> {
      assertThat(action.getAction()).isEqualTo(OperatorActionKind.LOOKUP);
      assertThat(action.getSubject()).isEqualTo("+12025550101");
      assertThat(action.getWho()).isEqualTo("a dialler");
    });
  }

  @Test
  void shouldNotAnswerLookupThatCannotBeWrittenDown() throws Exception {
    // given
    API.gate().notes = false;

    // then
    assertThat(API.get("/v1/dnc/+12025550101").statusCode()).isEqualTo(503);
  }

  @Test
  void shouldAskOwnerWithCallersKeyAndNotWriteDownItself() throws Exception {
    // given
    API.gate().standing = new Lookups.Standing.Elsewhere("gate-2:8080");
    API.gate().neighbour = Optional.of(
        new Lookups.Forwarded(200, "application/json", "{\"listed\":true}"));

    // when
    HttpResponse<String> answer = API.get("/v1/dnc/+12025550101");

    // then
    assertThat(answer.body()).isEqualTo("{\"listed\":true}");
    assertThat(API.gate().forwarded).containsExactly("gate-2:8080 +12025550101 Bearer good");
    assertThat(API.gate().actions).isEmpty();
  }

  @Test
  void shouldNotAskThirdInstance() throws Exception {
    // given
    API.gate().standing = new Lookups.Standing.Elsewhere("gate-2:8080");

    // when
    HttpResponse<String> answer = API.send("GET", "/v1/dnc/+12025550101", "", "Dialgate-Hop", "1");

    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(API.gate().forwarded).isEmpty();
  }

  @Test
  void shouldSayWhenNobodyCanTell() throws Exception {
    // given
    API.gate().standing = new Lookups.Standing.Unavailable("the number's partition is being taken over");

    // when
    HttpResponse<String> answer = API.get("/v1/dnc/+12025550101");

    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void shouldTellEarlierDecisions() throws Exception {
    // when
    HttpResponse<String> answer = API.get("/v1/decisions?number=%2B12025550101&limit=5");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ApiUnderTest.json(answer).path("complete").asBoolean()).isTrue();
    assertThat(API.gate().actions).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"/v1/decisions,number", "/v1/decisions?number=abc,number",
      "/v1/decisions?number=%2B12025550101&limit=0,limit", "/v1/decisions?number=%2B12025550101&limit=101,limit",
      "/v1/dnc/hello,number"})
  void shouldNameWrongParameter(String path, String field) throws Exception {
    // when
    HttpResponse<String> answer = API.get(path);

    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(ApiUnderTest.json(answer).path("field").asText()).isEqualTo(field);
  }

  @Test
  void shouldSayWhenDecisionsCannotBeRead() throws Exception {
    // given
    API.gate().past = Optional.empty();

    // then
    assertThat(API.get("/v1/decisions?number=%2B12025550101").statusCode()).isEqualTo(503);
  }

  @Test
  void shouldMatchHashesInOrderAndTellNoNumber() throws Exception {
    // given
    API.gate().matches = Optional.of(List.of(true, false));

    // when
    HttpResponse<String> answer = API.post("/v1/dnc/hash-matches", ApiUnderTest.hashes(2));

    // then
    assertThat(answer.body()).isEqualTo("{\"matches\":[true,false]}");
    assertThat(API.gate().actions).singleElement().extracting(action -> action.getSubject()).isEqualTo("hash-matches");
  }

  @Test
  void shouldRefuseWhatIsNoHashByItsIndex() throws Exception {
    // when
    HttpResponse<String> answer = API.post("/v1/dnc/hash-matches",
        "{\"hashes\":[\"" + "a".repeat(64) + "\",\"+1202\"]}");

    // then
    ApiUnderTest.assertField(answer, "hashes[1]", "a SHA-256 as 64 lower-case hex digits", "a text");
  }

  @Test
  void shouldTakeTenThousandHashesAndNoMore() throws Exception {
    // given
    API.gate().matches = Optional.of(List.of());

    // then
    assertThat(API.post("/v1/dnc/hash-matches", ApiUnderTest.hashes(10_000)).statusCode()).isEqualTo(200);
    assertThat(API.post("/v1/dnc/hash-matches", ApiUnderTest.hashes(10_001)).statusCode()).isEqualTo(422);
  }

  @Test
  void shouldSayWhenNoIndexIsKept() throws Exception {
    // when
    HttpResponse<String> answer = API.post("/v1/dnc/hash-matches", ApiUnderTest.hashes(1));

    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("http.hash.index");
  }

  @ParameterizedTest
  @CsvSource({"POST,/v1/dial-checks,dial:check", "POST,/v1/opt-outs,dnc:write", "POST,/v1/opt-ins,dnc:write",
      "POST,/v1/holds,dnc:write", "GET,/v1/dnc/+12025550101,dnc:read", "GET,/v1/decisions,dnc:read",
      "POST,/v1/dnc/hash-matches,dnc:read"})
  void shouldNeedRight(String method, String path, String scope) throws Exception {
    // when
    HttpResponse<String> answer = API.client().send(HttpRequest.newBuilder(API.url().resolve(path))
        .header("Authorization", "Bearer poor").method(method, BodyPublishers.ofString("{")).build(),
        BodyHandlers.ofString());

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(ApiUnderTest.json(answer).path("detail").asText()).contains("the scope " + scope);
  }
}
