package io.dialgate.domain.policy;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.domain.policy.Asks.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.dialgate.domain.policy.DialRequest.Call;
import io.dialgate.domain.policy.DialRequest.Caller;
import io.dialgate.domain.policy.DialRequest.Contact;
import io.dialgate.domain.policy.DialRequest.Purpose;

/** When two requests of one id ask the same. */
class QuestionTest {

  private static final DialRequest QUESTION = request("r").ask();

  static Stream<UnaryOperator<DialRequest>> changes() {
    return Stream.of(q -> phone(q, "+12025550102"), q -> with(q, Purpose.SCRUB),
        q -> with(q, new Caller("cxone", "spring", null)), q -> with(q, new Caller("genesys", "summer", null)),
        q -> with(q, new Caller("genesys", "spring", "acme")), q -> with(q, new Caller("genesys", "spring", "")),
        q -> with(q, new Call("collections", null, null, null)), q -> with(q, new Call(null, "manual", null, null)),
        q -> with(q, new Call(null, null, "text", null)), q -> with(q, new Call(null, null, null, "loan")),
        q -> with(q, new Contact("c", null, null, null)), q -> with(q, new Contact(null, "TX", null, null)),
        q -> with(q, new Contact(null, null, "78701", null)),
        q -> with(q, new Contact(null, null, null, "America/Chicago")),
        q -> new DialRequest(q.id(), q.phone(), q.region(), q.purpose(), q.caller(), q.call(), q.contact(),
            q.requestedAt(), q.dialBy(), "a batch"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void shouldBeAnotherQuestionIfAnythingButTimeDiffers(UnaryOperator<DialRequest> change) {
    // when / then
    assertThat(change.apply(QUESTION).questionMark()).isNotEqualTo(QUESTION.questionMark());
  }

  @Test
  void shouldBeTheSameQuestionAtAnotherTime() {
    // given
    DialRequest again = request("r").at(NOON.plusSeconds(5)).dialBy(NOON.plusSeconds(60)).ask();

    // when / then
    assertThat(again.questionMark()).isEqualTo(QUESTION.questionMark());
  }

  @Test
  void shouldMaskItsNumberWhenPrinted() {
    // when / then
    assertThat(QUESTION.toString()).contains("+1202•••0101").doesNotContain("5550101");
  }

  private static DialRequest phone(DialRequest q, String phone) {
    return new DialRequest(q.id(), phone, q.region(), q.purpose(), q.caller(), q.call(), q.contact(), q.requestedAt(),
        q.dialBy());
  }

  private static DialRequest with(DialRequest q, Purpose purpose) {
    return new DialRequest(q.id(), q.phone(), q.region(), purpose, q.caller(), q.call(), q.contact(), q.requestedAt(),
        q.dialBy());
  }

  private static DialRequest with(DialRequest q, Caller caller) {
    return new DialRequest(q.id(), q.phone(), q.region(), q.purpose(), caller, q.call(), q.contact(), q.requestedAt(),
        q.dialBy());
  }

  private static DialRequest with(DialRequest q, Call call) {
    return new DialRequest(q.id(), q.phone(), q.region(), q.purpose(), q.caller(), call, q.contact(), q.requestedAt(),
        q.dialBy());
  }

  private static DialRequest with(DialRequest q, Contact contact) {
    return new DialRequest(q.id(), q.phone(), q.region(), q.purpose(), q.caller(), q.call(), contact, q.requestedAt(),
        q.dialBy());
  }
}
