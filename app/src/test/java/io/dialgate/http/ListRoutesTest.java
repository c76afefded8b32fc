package io.dialgate.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;

class ListRoutesTest {

  private static final String OPT_OUT = "{\"phone\":\"(202) 555-0101\"}";

  @RegisterExtension
  static final ApiUnderTest API = new ApiUnderTest();

  @Test
  void shouldRefuseLargerBodyThanBound() throws Exception {
    // when
    HttpResponse<String> batch = API.post("/v1/dial-checks", " ".repeat(Bounds.MAX_BATCH_BYTES + 1));
    HttpResponse<String> one = API.post("/v1/opt-outs", " ".repeat((int) Bounds.MAX_BODY_BYTES + 1));

    // then
    assertThat(batch.statusCode()).isEqualTo(413);
    assertThat(one.statusCode()).isEqualTo(413);
    assertThat(ApiUnderTest.json(one).path("detail").asText()).contains("65536 bytes");
  }

  @Test
  void shouldTakeBodyOfExactlyTheBound() throws Exception {
    // when
    HttpResponse<String> answer = API.post("/v1/opt-outs",
        OPT_OUT + " ".repeat((int) Bounds.MAX_BODY_BYTES - OPT_OUT.length()));

    // then
    assertThat(answer.statusCode()).isEqualTo(201);
  }

  @Test
  void shouldRefuseOtherContentType() throws Exception {
    // when
    HttpResponse<String> answer = API.send("POST", "/v1/opt-outs", OPT_OUT, "Content-Type", "text/plain");

    // then
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void shouldAnswerOptOutWithReceiptInCallersName() throws Exception {
    // when
    HttpResponse<String> answer = API.post("/v1/opt-outs",
        "{\"phone\":\"(202) 555-0101\",\"scope\":\"brand:acme\",\"expiresAt\":\"2027-01-01T00:00:00Z\"}");

    // then
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(ApiUnderTest.json(answer).path("outcome").asText()).isEqualTo("APPLIED");
    assertThat(ApiUnderTest.json(answer).path("recalls").asInt()).isEqualTo(1);
    assertThat(API.gate().told).singleElement().satisfies(event -> {
      assertThat(event.getAction()).isEqualTo(ListAction.ADD);
      assertThat(event.getPhone()).isEqualTo("+12025550101");
      assertThat(event.getAddedBy()).isEqualTo("a dialler");
      assertThat(event.getSource()).isEqualTo("api");
      assertThat(event.getScope()).isEqualTo("brand:acme");
      assertThat(event.getExpiresAt()).isEqualTo("2027-01-01T00:00:00Z");
    });
  }

  @Test
  void shouldTakeOptIn() throws Exception {
    // when
    HttpResponse<String> answer = API.post("/v1/opt-ins", OPT_OUT);

    // then
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(API.gate().told).singleElement().extracting(event -> event.getAction()).isEqualTo(ListAction.REMOVE);
  }

  @Test
  void shouldHoldAndRelease() throws Exception {
    // when
    API.post("/v1/holds", "{\"phone\":\"(202) 555-0101\",\"because\":\"case 7\"}");
    API.post("/v1/holds", "{\"phone\":\"(202) 555-0101\",\"release\":true}");

    // then
    assertThat(API.gate().actions).extracting(action -> action.getAction()).containsExactly(OperatorActionKind.HOLD,
        OperatorActionKind.RELEASE);
    assertThat(API.gate().actions).allSatisfy(action -> {
      assertThat(action.getSubject()).isEqualTo("+12025550101");
      assertThat(action.getWho()).isEqualTo("a dialler");
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "/v1/opt-outs|{}|phone",
      "/v1/opt-outs|{\"phone\":\"hello\"}|phone",
      "/v1/opt-outs|{\"phone\":\"+12025550101\",\"scope\":\"brand\"}|scope",
      "/v1/opt-outs|{\"phone\":\"+12025550101\",\"reason\":\"BORED\"}|reason",
      "/v1/opt-outs|{\"phone\":\"+12025550101\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}|expiresAt",
      "/v1/opt-outs|{\"phone\":\"+12025550101\",\"expiresAt\":0}|expiresAt",
      "/v1/opt-outs|{\"phone\":\"1900\",\"matchType\":\"PREFIX\"}|phone",
      "/v1/opt-outs|{\"phone\":\"AB\",\"matchType\":\"HASH\"}|phone",
      "/v1/opt-ins|{\"phone\":\"+12025550101\",\"expiresAt\":\"2027-01-01T00:00:00Z\"}|expiresAt",
      "/v1/holds|{\"phone\":\"+12025550101\",\"release\":\"yes\"}|release"})
  void shouldNameWrongFieldOfChange(String path, String body, String field) throws Exception {
    // when
    HttpResponse<String> answer = API.post(path, body);

    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(ApiUnderTest.json(answer).path("field").asText()).isEqualTo(field);
    assertThat(API.gate().told).isEmpty();
    assertThat(API.gate().actions).isEmpty();
  }

  @Test
  void shouldSayThatChangeWasAcceptedButIsNotConfirmed() throws Exception {
    // given
    API.gate().confirms = _ -> new ListChanges.Answer.Accepted();

    // when
    HttpResponse<String> answer = API.post("/v1/opt-outs", OPT_OUT);

    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    assertThat(ApiUnderTest.json(answer).path("accepted").asBoolean()).isTrue();
    assertThat(ApiUnderTest.json(answer).path("eventId").asText()).isEqualTo(API.gate().told.getFirst().getEventId());
  }

  @Test
  void shouldSayThatNobodyKnowsWhetherChangeWasAccepted() throws Exception {
    // given
    API.gate().confirms = _ -> new ListChanges.Answer.Unknown("the broker has not acknowledged it");

    // when
    HttpResponse<String> answer = API.post("/v1/opt-outs", OPT_OUT);

    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(ApiUnderTest.json(answer).path("accepted").asBoolean(true)).isFalse();
  }

  @Test
  void shouldSayThatGateRejectedChange() throws Exception {
    // given
    API.gate().confirms = id -> new ListChanges.Answer.InForce(
        List.of(new Receipt(id, "+12025550101", ReceiptOutcome.REJECTED, 0, 0, FakeGate.NOW)));

    // then
    assertThat(API.post("/v1/opt-outs", OPT_OUT).statusCode()).isEqualTo(409);
  }
}
