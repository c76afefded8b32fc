package io.dialgate.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.bridge.GenesysEvent.AfterCallWork;
import io.dialgate.bridge.GenesysEvent.Malformed;
import io.dialgate.schemas.DncReason;

class GenesysReaderTest {

  private static final String OUTBOUND = """
      {"version":"0","id":"e-1","detail-type":"v2.detail.events.conversation.{id}.acw","source":"aws.partner/genesys.com",
       "time":"2026-09-01T15:00:01Z","detail":{"topicName":"v2.detail.events.conversation.c-1.acw","version":"2",
       "eventBody":{"eventTime":1788274800000,"conversationId":"c-1","userId":"agent-7","wrapupCode":"Do Not Call",
       "direction":"OUTBOUND","ani":"tel:+18005550100","dnis":"tel:+14075550101"}}}""";

  private static final Instant ARRIVED = Instant.parse("2026-09-01T15:00:07Z");

  private final GenesysReader reader = new GenesysReader();
  private final GenesysOptOuts optOuts = new GenesysOptOuts(WrapUpCodes.BUILT_IN, "US");

  @Test
  void shouldTakeWhoWasCalledForTheCustomerOfOutboundCall() {
    // when
    GenesysEvent event = reader.read(OUTBOUND, "events.jsonl line 1", ARRIVED);

    // then
    assertThat(event).isEqualTo(new AfterCallWork("e-1", List.of("Do Not Call"), "tel:+14075550101", "agent-7", "c-1",
        Instant.ofEpochMilli(1788274800000L)));
  }

  @Test
  void shouldTakeWhoCalledForTheCustomerOfInboundCall() {
    // given
    String inbound = OUTBOUND.replace("OUTBOUND", "INBOUND");

    // when
    GenesysEvent event = reader.read(inbound, "events.jsonl line 1", ARRIVED);

    // then
    assertThat(event).isInstanceOfSatisfying(AfterCallWork.class,
        work -> assertThat(work.customer()).isEqualTo("tel:+18005550100"));
  }

  @Test
  void shouldTakeTimeOfEnvelopeWhereEventHasNone() {
    // given
    String timeless = OUTBOUND.replace("\"eventTime\":1788274800000,", "");

    // when
    GenesysEvent event = reader.read(timeless, "events.jsonl line 1", ARRIVED);

    // then
    assertThat(event).isInstanceOfSatisfying(AfterCallWork.class,
        work -> assertThat(work.at()).isEqualTo(Instant.parse("2026-09-01T15:00:01Z")));
  }

  @Test
  void shouldTakeTimeOfArrivalWhereNeitherTellsOneAndRefuseOneThatIsNone() {
    // given
    String timeless = OUTBOUND.replace("\"eventTime\":1788274800000,", "");
    String time = "\"time\":\"2026-09-01T15:00:01Z\"";

    // when
    var none = (AfterCallWork) reader.read(timeless.replace(time, "\"x\":1"), "line 1", ARRIVED);
    var absent = (AfterCallWork) reader.read(timeless.replace(time, "\"time\":null"), "line 1", ARRIVED);
    GenesysEvent wrong = reader.read(timeless.replace(time, "\"time\":\"today\""), "line 1", ARRIVED);

    // then
    assertThat(List.of(none, absent)).extracting(AfterCallWork::at).containsOnly(ARRIVED);
    assertThat(wrong)
        .isEqualTo(new Malformed("expected time to be such as 2026-09-01T15:00:00Z, but got 'today' in line 1"));
  }

  @Test
  void shouldLeaveEventsOfOtherTopicsAlone() {
    // given
    String other = OUTBOUND.replace("c-1.acw", "c-1.user.end");

    // when
    GenesysEvent event = reader.read(other, "events.jsonl line 1", ARRIVED);

    // then
    assertThat(event).isEqualTo(new GenesysEvent.Other("v2.detail.events.conversation.c-1.user.end"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "id":"e-1"                                  | "id":7                    | expected a text in id, but got 7
      "wrapupCode":"Do Not Call"                  | "x":1                     | expected a text, or an object with a name, in detail.eventBody.wrapupCode, but got none
      "wrapupCode":"Do Not Call"                  | "wrapupCode":7            | expected a text, or an object with a name, in detail.eventBody.wrapupCode, but got 7
      "topicName"                                 | "topic"                   | expected a text in detail.topicName, but got none
      "eventTime":1788274800000                   | "eventTime":"yesterday"   | none
      """, quoteCharacter = '`')
  void shouldSayWhatIsMissingAndWhere(String right, String wrong, String sentence) {
    // given
    String text = OUTBOUND.replace(right, wrong);

    // when
    GenesysEvent event = reader.read(text, "events.jsonl line 3", ARRIVED);

    // then
    if (sentence.equals("none")) {
      assertThat(event).isInstanceOf(AfterCallWork.class);
    } else {
      assertThat(event).isEqualTo(new Malformed(sentence + " in events.jsonl line 3"));
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      "direction":"OUTBOUND"    | "direction":"SIDEWAYS"                          | ''
      "direction":"OUTBOUND"    | "direction":null                                | ''
      "dnis":"tel:+14075550101" | "dnis":" "                                      | ''
      "dnis":"tel:+14075550101" | "dnis":"sip:queue-7"                            | ''
      "dnis":"tel:+14075550101" | "addressTo":"sip:+14075550101@edge.example"     | sip:+14075550101@edge.example
      "dnis":"tel:+14075550101" | "dnis":"sip:a@b","addressTo":"tel:+14075550101" | tel:+14075550101
      "direction":"OUTBOUND"    | "direction":"INBOUND"                           | tel:+18005550100
      """, quoteCharacter = '`')
  void shouldTakeNobodyForTheCustomerWhereThereIsNoTelling(String right, String other, String customer) {
    // given
    String text = OUTBOUND.replace(right, other);

    // when
    var work = (AfterCallWork) reader.read(text, "events.jsonl line 3", ARRIVED);

    // then: the gate rejects an empty number, and alerts
    assertThat(work.customer()).isEqualTo(customer.equals("''") ? "" : customer);
    assertThat(optOuts.of(work)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"wrapUpCode\":\"Do Not Call\"", "\"wrapupCode\":{\"id\":\"w-17\",\"name\":\"Do Not Call\"}",
      "\"wrapUpCode\":{\"name\":\"Do Not Call\"}", "\"wrapupCode\":\"w-17\",\"wrapUpCode\":{\"name\":\"opt out\"}"})
  void shouldTakeEverySpellingOfCode(String code) {
    // when
    var work = (AfterCallWork) reader.read(OUTBOUND.replace("\"wrapupCode\":\"Do Not Call\"", code), "line 1", ARRIVED);

    // then
    assertThat(optOuts.of(work)).isPresent();
  }

  @Test
  void shouldTakeShortForm() {
    // when
    GenesysEvent event = reader.read("""
        {"id":"e-2","time":"2026-09-01T15:00:01Z","detail":{"wrapUpCode":{"name":"DNC"},"ani":"+14075550101",
         "agentId":"agent-7","conversationId":"c-1"}}""", "line 1", ARRIVED);

    // then
    assertThat(event).isEqualTo(new AfterCallWork("e-2", List.of("DNC"), "+14075550101", "agent-7", "c-1",
        Instant.parse("2026-09-01T15:00:01Z")));
  }

  @Test
  void shouldTakeOrganisationsWordBeforeName() {
    // given
    var codes = new WrapUpCodes(Map.of("w-17", WrapUpCodes.Meaning.OPT_OUT, "dnc", WrapUpCodes.Meaning.NOTHING));

    // then: and when two codes disagree, the person is believed
    assertThat(codes.areOptOut(List.of(" W-17 "))).isTrue();
    assertThat(codes.areOptOut(List.of("DNC"))).isFalse();
    assertThat(codes.areOptOut(List.of("DNC", "w-17"))).isTrue();
    assertThat(codes.areOptOut(List.of("Opt Out"))).isTrue();
    assertThat(codes.areOptOut(List.of())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "7", "\"text\"", "{\"detail\":[]}", "{} {}",
      "{\"detail\":{\"topicName\":\"x.acw\",\"eventBody\":7}}"})
  void shouldNotBeHurtByWhatIsNoEnvelope(String text) {
    // when
    GenesysEvent event = reader.read(text, "events.jsonl line 3", ARRIVED);

    // then
    assertThat(event).isInstanceOfSatisfying(Malformed.class,
        malformed -> assertThat(malformed.message()).startsWith("expected ").contains(", but got ")
            .endsWith(" in events.jsonl line 3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DNC", "dnc", " Do Not Call ", "Remove From List", "OPT OUT"})
  void shouldTakeBuiltInNamesForOptOuts(String code) {
    // given
    var work = (AfterCallWork) reader.read(OUTBOUND.replace("Do Not Call", code), "events.jsonl line 1", ARRIVED);

    // when
    var optOut = optOuts.of(work);

    // then
    assertThat(optOut).hasValueSatisfying(record -> {
      assertThat(record.getEventId()).isEqualTo("e-1");
      assertThat(record.getPhone()).isEqualTo("tel:+14075550101");
      assertThat(record.getReason()).isEqualTo(DncReason.CUSTOMER_REQUEST);
      assertThat(record.getSource()).isEqualTo("genesys");
      assertThat(record.getAddedBy()).isEqualTo("agent-7");
      assertThat(record.getConversationId()).isEqualTo("c-1");
      assertThat(record.getOccurredAt()).isEqualTo(Instant.ofEpochMilli(1788274800000L));
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sale", "Call Back Later", "DNC?", "No Answer"})
  void shouldTakeNoOtherCodeForOptOut(String code) {
    // given
    var work = (AfterCallWork) reader.read(OUTBOUND.replace("Do Not Call", code), "events.jsonl line 1", ARRIVED);

    // when
    var optOut = optOuts.of(work);

    // then
    assertThat(optOut).isEmpty();
  }

  @Test
  void shouldNotTellWholeNumberInLogs() {
    // when
    GenesysEvent event = reader.read(OUTBOUND, "events.jsonl line 1", ARRIVED);

    // then
    assertThat(event.toString()).doesNotContain("4075550101");
  }
}
