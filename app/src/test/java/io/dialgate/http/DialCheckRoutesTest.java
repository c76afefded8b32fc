package io.dialgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.schemas.DialDecision;

class DialCheckRoutesTest {

  private static final String CHECK = "{\"phone\":\"(202) 555-0101\",\"campaignId\":\"spring\"}";

  @RegisterExtension
  static final ApiUnderTest API = new ApiUnderTest();

  @Test
  void shouldAnswerOneCheckByItsDecision() throws Exception {
    // when
    HttpResponse<String> answer = API.post("/v1/dial-checks", CHECK);

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(ApiUnderTest.json(answer).path("verdict").asText()).isEqualTo("ALLOW");
    assertThat(API.gate().asked).singleElement().satisfies(request -> {
      assertThat(request.getPhone()).isEqualTo("(202) 555-0101");
      assertThat(request.getRegion()).isEqualTo("US");
      assertThat(request.getPlatform()).isEqualTo("api");
      assertThat(request.getDialBy()).as("the caller's deadline").isEqualTo(FakeGate.NOW.plusSeconds(2));
    });
  }

  @Test
  void shouldAnswerBatchInOrder() throws Exception {
    // when
    HttpResponse<String> answer = API.post("/v1/dial-checks", ApiUnderTest.batch(1_000));

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    List<String> numbers = new ArrayList<>();
    ApiUnderTest.json(answer).path("decisions").forEach(decision -> numbers.add(decision.path("number").asText()));
    assertThat(numbers).hasSize(1_000).element(999).isEqualTo("+1202555999");
  }

  @Test
  void shouldNameIndexAndFieldOfWrongRequestInBatch() throws Exception {
    // when
    HttpResponse<String> answer = API.post("/v1/dial-checks",
        "{\"requests\":[" + CHECK + ",{\"phone\":\"+12025550101\",\"campaignId\":7}]}");

    // then
    ApiUnderTest.assertField(answer, "requests[1].campaignId", "a text", "a number");
    assertThat(API.gate().asked).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "{}|phone|nothing",
      "{\"phone\":\" \",\"campaignId\":\"a\"}|phone|a blank one",
      "{\"phone\":\"+12025550101\"}|campaignId|nothing",
      "{\"phone\":\"+12025550101\",\"campaignId\":\"a\",\"purpose\":\"CALL\"}|purpose|another word",
      "{\"phone\":\"+12025550101\",\"campaignId\":\"a\",\"dialBy\":\"soon\"}|dialBy|another text",
      "{\"phone\":\"+12025550101\",\"campaign\":\"a\"}|campaign|an unknown field",
      "{\"requests\":[]}|requests|0 items",
      "{\"requests\":{}}|requests|an object",
      "{\"requests\":[7]}|requests[0]|a number"})
  void shouldNameWrongField(String body, String field, String got) throws Exception {
    // when
    HttpResponse<String> answer = API.post("/v1/dial-checks", body);

    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(ApiUnderTest.json(answer).path("field").asText()).isEqualTo(field);
    assertThat(ApiUnderTest.json(answer).path("got").asText()).isEqualTo(got);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{\"phone\":", "{} {}", "{\"phone\":\"1\",\"phone\":\"2\"}",
      "{\"a\":[[[[[[[[[[1]]]]]]]]]]}"})
  void shouldRefuseWhatIsNoJsonObject(String body) throws Exception {
    // when
    HttpResponse<String> answer = API.post("/v1/dial-checks", body);

    // then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(ApiUnderTest.json(answer).path("detail").asText()).startsWith("expected a JSON object");
  }

  @Test
  void shouldRefuseMoreRequestsThanBound() throws Exception {
    // when
    HttpResponse<String> answer = API.post("/v1/dial-checks", ApiUnderTest.batch(1_001));

    // then
    ApiUnderTest.assertField(answer, "requests", "an array of 1 to 1000 items", "1001 items");
  }

  @Test
  void shouldDeriveSameIdsFromSameIdempotencyKey() throws Exception {
    // when
    API.send("POST", "/v1/dial-checks", ApiUnderTest.batch(2), "Content-Type", "application/json", "Idempotency-Key",
        "order-1");
    API.send("POST", "/v1/dial-checks", ApiUnderTest.batch(2), "Content-Type", "application/json", "Idempotency-Key",
        "order-1");
    API.send("POST", "/v1/dial-checks", ApiUnderTest.batch(2), "Content-Type", "application/json", "Idempotency-Key",
        "order-2");

    // then
    List<String> ids = API.gate().asked.stream().map(request -> request.getRequestId()).toList();
    assertThat(ids.subList(2, 4)).isEqualTo(ids.subList(0, 2)).doesNotHaveDuplicates().doesNotContainAnyElementsOf(
        ids.subList(4, 6)).allMatch(DialChecks::isRepeatable);
  }

  @Test
  void shouldRefuseKeyThatWasUsedForAnotherBody() throws Exception {
    // given
    API.gate().decides = _ -> new DialChecks.Answer.AnotherQuestion(0);

    // when
    HttpResponse<String> answer = API.send("POST", "/v1/dial-checks", CHECK, "Content-Type", "application/json",
        "Idempotency-Key", "order-1");

    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(ApiUnderTest.json(answer).path("field").asText()).isEqualTo("Idempotency-Key");
  }

  @Test
  void shouldTellRequestIdsAndWhatWasDecidedWhenNotAllCameInTime() throws Exception {
    // given
    API.gate().decides = requests -> new DialChecks.Answer.Late(
        Arrays.<DialDecision>asList(FakeGate.allow(requests.getFirst()), null));

    // when
    HttpResponse<String> answer = API.post("/v1/dial-checks", ApiUnderTest.batch(2));

    // then
    assertThat(answer.statusCode()).isEqualTo(504);
    assertThat(ApiUnderTest.json(answer).path("requestIds")).hasSize(1);
    assertThat(ApiUnderTest.json(answer).path("requestIds").get(0).asText())
        .isEqualTo(API.gate().asked.get(1).getRequestId());
    assertThat(ApiUnderTest.json(answer).path("decisions").get(0).path("verdict").asText()).isEqualTo("ALLOW");
    assertThat(ApiUnderTest.json(answer).path("decisions").get(1).isNull()).isTrue();
  }

  @Test
  void shouldRefuseRepeatedRequestThatWasGivenBack() throws Exception {
    // given
    API.gate().decides = _ -> new DialChecks.Answer.GivenBack(0);

    // then
    assertThat(API.post("/v1/dial-checks", CHECK).statusCode()).isEqualTo(409);
  }

  @Test
  void shouldSayWhenBrokerDidNotTakeRequest() throws Exception {
    // given
    API.gate().decides = _ -> new DialChecks.Answer.NotAsked("it is away");

    // when
    HttpResponse<String> answer = API.post("/v1/dial-checks", CHECK);

    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
  }
}
