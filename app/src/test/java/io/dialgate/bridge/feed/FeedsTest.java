package io.dialgate.bridge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.bridge.delivery.Item;
import io.dialgate.bridge.platform.Kind;
import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.DncEntry;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RiskFlag;
import io.dialgate.schemas.RunSummary;

/** Which records concern a platform, and what it is told of them. */
class FeedsTest {

  private static final String NUMBER = "+14155550101";
  private static final Instant NOW = Instant.parse("2026-09-01T15:00:30Z");
  private static final ListChanges TO_GENESYS = new ListChanges("genesys", true, Duration.ofDays(180));

  private static <V extends SpecificRecord> Optional<Item> told(Feed<V> feed, @Nullable V value) {
    return feed.item(new Mail<>(NUMBER, value, "topic-3-17", NOW));
  }

  private static DncEntry entry(DncReason reason, @Nullable String scope, String source,
      @Nullable Instant expiresAt) {
    return new DncEntry("internal", reason, scope, MatchType.EXACT, NUMBER, source, "anna", NOW, expiresAt, null);
  }

  private static DncRecord table(DncEntry... entries) {
    return new DncRecord(NUMBER, List.of(entries), NOW);
  }

  private static Map<String, String> fields(Item item) {
    return item.fields().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().asText()));
  }

  @Test
  void shouldPutANumberOnTheListOfAPlatformWhenItsPersonOptsOut() {
    // when
    Optional<Item> item = told(TO_GENESYS, table(entry(DncReason.CUSTOMER_REQUEST, null, "genesys", null)));

    // then
    assertThat(item).hasValueSatisfying(it -> {
      assertThat(it.kind()).isEqualTo(Kind.LIST_ADD);
      assertThat(it.key()).isEqualTo("topic-3-17");
      assertThat(fields(it)).containsEntry("number", NUMBER).containsEntry("digits", "14155550101")
          .containsEntry("national", "4155550101").containsEntry("matchType", "exact")
          .containsEntry("reason", "CUSTOMER_REQUEST").doesNotContainKey("expiresAt");
    });
  }

  @Test
  void shouldTakeANumberOffWhenNothingIsLeft() {
    // when
    Optional<Item> item = told(TO_GENESYS, null);

    // then
    assertThat(item).hasValueSatisfying(it -> {
      assertThat(it.kind()).isEqualTo(Kind.LIST_REMOVE);
      assertThat(fields(it)).containsEntry("number", NUMBER).containsEntry("changedOn", "2026-09-01");
    });
  }

  @Test
  void shouldLeaveANumberOnAListThatTakesNoRemovals() {
    // when / then
    assertThat(told(new ListChanges("cxone", false, Duration.ZERO), null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"NATIONAL_DNC, , form", "STATE_DNC, , form", "CUSTOMER_REQUEST, brand:x, form",
      "CUSTOMER_REQUEST, campaign:y, form", "PLATFORM_LIST, , genesys"})
  void shouldNotTellAPlatformOfWhatIsNotForItsList(DncReason reason, @Nullable String scope, String source) {
    // when / then
    assertThat(told(TO_GENESYS, table(entry(reason, scope, source, null)))).isEmpty();
  }

  @Test
  void shouldTellOnePlatformWhatIsOnTheListOfAnother() {
    // when / then
    assertThat(told(TO_GENESYS, table(entry(DncReason.PLATFORM_LIST, "all", "cxone", null)))).isPresent();
  }

  @Test
  void shouldTellTheLastExpiryRoundedUpAndOnlyIfEveryEntryHasOne() {
    // given
    DncEntry soon = entry(DncReason.CUSTOMER_REQUEST, null, "form", Instant.parse("2026-09-20T10:00:01Z"));
    DncEntry later = entry(DncReason.INTERNAL_POLICY, null, "form", Instant.parse("2026-10-01T08:59:59.5Z"));
    DncEntry never = entry(DncReason.LITIGATION_HOLD, null, "form", null);

    // when
    Item two = told(TO_GENESYS, table(soon, later)).orElseThrow();
    Item three = told(TO_GENESYS, table(soon, later, never)).orElseThrow();

    // then
    assertThat(fields(two)).containsEntry("expiresAtMinute", "2026-10-01T09:00Z").containsEntry("expiresAt",
        "2026-10-01T09:00:00Z");
    assertThat(fields(three)).doesNotContainKeys("expiresAt", "expiresAtMinute");
  }

  @Test
  void shouldLeaveOutAnExpiryThatThePlatformWouldNotTake() {
    // given
    DncEntry far = entry(DncReason.CUSTOMER_REQUEST, null, "form", NOW.plus(Duration.ofDays(181)));

    // when
    Item limited = told(TO_GENESYS, table(far)).orElseThrow();
    Item unlimited = told(new ListChanges("cxone", true, Duration.ZERO), table(far)).orElseThrow();

    // then
    assertThat(fields(limited)).doesNotContainKey("expiresAtMinute");
    assertThat(fields(unlimited)).containsKey("expiresAtMinute");
  }

  @Test
  void shouldFlagEveryScoredTransactionUnderItsOwnKey() {
    // given
    var assessment = new RiskAssessment();
    assessment.setTransactionId("t1");
    assessment.setInteractionId("i1");
    assessment.setCustomerId("c1");
    assessment.setScore(91);
    assessment.setFlag(RiskFlag.HIGH);
    assessment.setCategory("high_value");
    assessment.setAssessedAt(NOW);

    // when
    Item item = told(new FraudFlags(), assessment).orElseThrow();

    // then
    assertThat(item.key()).isEqualTo("flag-t1");
    assertThat(fields(item)).containsEntry("interactionId", "i1").containsEntry("score", "91")
        .containsEntry("flag", "HIGH").containsEntry("assessedAt", "2026-09-01T15:00:30Z");
    assertThat(item.fields()).containsEntry("score", LongNode.valueOf(91));
  }

  @Test
  void shouldTellAnAlertWithItsParticulars() {
    // given
    var alert = new Alert("a1", AlertKind.HIGH_RISK, "c1", "look", Map.of("score", "91"), NOW);

    // when
    Item item = told(new Alarms(), alert).orElseThrow();

    // then
    assertThat(item.key()).isEqualTo("alert-a1");
    assertThat(item.fields().get("details")).hasToString("{\"score\":\"91\"}");
  }

  @Test
  void shouldTellWhatWasDecidedInAnInterval() {
    // given
    var summary = new RunSummary("2026-09-01T15:00:00Z/2026-09-01T15:05:00Z", NOW.minusSeconds(40), NOW, 8L, 6L, 2L, 1L,
        0L);

    // when
    Optional<Item> item = told(new Summaries(), summary);

    // then
    assertThat(item).hasValueSatisfying(it -> {
      assertThat(it.kind()).isEqualTo(Kind.RUN_SUMMARY);
      assertThat(it.key()).isEqualTo("summary-2026-09-01T15:00:00Z/2026-09-01T15:05:00Z");
      assertThat(fields(it)).containsExactlyInAnyOrderEntriesOf(
          Map.ofEntries(Map.entry("summaryId", "2026-09-01T15:00:00Z/2026-09-01T15:05:00Z"),
              Map.entry("from", "2026-09-01T14:59:50Z"), Map.entry("until", "2026-09-01T15:00:30Z"),
              Map.entry("total", "8"), Map.entry("allowed", "6"), Map.entry("suppressed", "2"),
              Map.entry("recalled", "1"), Map.entry("unreadable", "0"), Map.entry("suppressionRate", "0.25"),
              Map.entry("falsePositiveRate", "null"), Map.entry("throughput", "0.2")));
    });
  }

  @Test
  void shouldTellARateThatCannotBeToldAsNull() {
    // given
    var summary = new RunSummary("id", NOW, NOW, 0L, 0L, 0L, 0L, 0L);

    // when
    Optional<Item> item = told(new Summaries(), summary);

    // then
    assertThat(item).hasValueSatisfying(it -> assertThat(it.fields())
        .extractingByKeys("suppressionRate", "falsePositiveRate", "throughput").allMatch(JsonNode::isNull));
  }
}
