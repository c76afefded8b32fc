package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topics;

/** Producers that partition like librdkafka, or key by a national notation: found, sent on, decided right. */
@OnEveryGround
class WrongPartitionerIT {

  private static final int NUMBERS = 200;
  private static final Map<String, Object> CRC32 = Map.of("partitioner.class", Crc32Partitioner.class.getName());

  private final Site site;
  private URI http = URI.create("http://none");

  WrongPartitionerIT(Ground ground) {
    site = new Site(ground, "foreign");
  }

  @BeforeEach
  void serve() throws Exception {
    http = site.serve().http();
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @Test
  void shouldDecideRightWhatCameByCrc32() throws Exception {
    // given
    Sender foreign = site.sender(CRC32);
    int misplaced = (int) IntStream.range(0, NUMBERS).mapToObj(Say::number).filter(number -> !onSamePartition(number))
        .count();
    assertThat(misplaced).as("numbers whose partition differs").isBetween(NUMBERS / 2, NUMBERS - 1);

    // when
    tellThenAsk(foreign, UnaryOperator.identity());

    // then
    List<DialDecision> answers = answers();
    assertThat(answers).allSatisfy(this::assertRight);
    assertThat(answers).filteredOn(WrongPartitionerIT::isRekeyed).hasSize(misplaced);
    assertThat(answers).allSatisfy(
        answer -> assertThat(isRekeyed(answer)).isEqualTo(!onSamePartition(answer.getNumber())));
    assertThat(rekeyedCounted(Say.PLATFORM)).isEqualTo(misplaced);
    assertAlertedOnce();
  }

  @Test
  void shouldDecideRightWhatIsKeyedByNationalNotation() throws Exception {
    // given
    Sender national = site.sender(Map.of());

    // when
    tellThenAsk(national, number -> "(%s) %s-%s".formatted(number.substring(2, 5), number.substring(5, 8),
        number.substring(8)));

    // then
    assertThat(answers()).allSatisfy(this::assertRight).allMatch(WrongPartitionerIT::isRekeyed);
    assertThat(rekeyedCounted(Say.PLATFORM)).isEqualTo(NUMBERS);
    assertAlertedOnce();
  }

  @Test
  void shouldListEveryNumberOfARecordWhoseNumbersLieApart() throws Exception {
    // given
    List<String> numbers = IntStream.range(0, NUMBERS).mapToObj(Say::number).toList();

    // when
    site.sender(Map.of()).sendAndWait(Topics.REGISTRY_DELTAS, numbers.getFirst(),
        new RegistryDelta("together", "us-ftc",
            ListAction.ADD, "", Instant.now().truncatedTo(ChronoUnit.MICROS), numbers));

    // then
    await("every number listed").atMost(Duration.ofSeconds(60)).pollInSameThread()
        .until(() -> site.committed(Topics.DNC_ENTRIES).size() >= NUMBERS);
    assertThat(site.values(Topics.DNC_ENTRIES)).extracting(DncRecord::getNumber)
        .containsExactlyInAnyOrderElementsOf(numbers);
    assertThat(site.committed(Topics.REJECTED_RECORDS)).isEmpty();
    assertThat(rekeyedCounted("us-ftc")).isEqualTo(1);
  }

  @Test
  void shouldNeverLetAllowStandWhereOptOutOrRequestTakesLongerWay() {
    // given
    Sender foreign = site.sender(CRC32);
    Sender straight = site.sender(Map.of());

    // when
    IntStream.range(0, NUMBERS).forEach(i -> {
      String number = Say.number(i);
      boolean longWay = i % 2 == 0;
      (longWay ? foreign : straight).sendAndWait(Topics.OPT_OUT_DISPOSITIONS, number, Say.optOut("out-" + i, number));
      (longWay ? straight : foreign).send(Topics.DIAL_REQUESTS, number, Say.request("request-" + i, number));
    });
    foreign.flush();
    straight.flush();

    // then
    answers();
    await("every receipt").atMost(Duration.ofSeconds(60)).pollInSameThread()
        .until(() -> site.committed(Topics.LIST_RECEIPTS).size() == NUMBERS);
    List<String> allowed = ids(Verdict.ALLOW);
    assertThat(ids(Verdict.RECALL)).as("recalled, of %d allowed", allowed.size())
        .containsExactlyInAnyOrderElementsOf(allowed);
  }

  /** Opt-outs of every second number, acknowledged and in force; then a request for each. */
  private void tellThenAsk(Sender sender, UnaryOperator<String> key) {
    IntStream.range(0, NUMBERS).filter(i -> i % 2 == 0).mapToObj(Say::number).forEach(
        number -> sender.send(Topics.OPT_OUT_DISPOSITIONS, key.apply(number), Say.optOut("out-" + number, number)));
    sender.flush();
    await("every receipt").atMost(Duration.ofSeconds(60)).pollInSameThread()
        .until(() -> site.committed(Topics.LIST_RECEIPTS).size() == NUMBERS / 2);
    IntStream.range(0, NUMBERS).mapToObj(i -> Say.request("request-" + i, Say.number(i))).forEach(
        request -> sender.send(Topics.DIAL_REQUESTS, key.apply(request.getPhone()), request));
    sender.flush();
  }

  private List<DialDecision> answers() {
    await("every answer").atMost(Duration.ofSeconds(60)).pollInSameThread()
        .until(() -> ids(Verdict.ALLOW).size() + ids(Verdict.SUPPRESS).size() >= NUMBERS);
    List<DialDecision> answers = site.values(Topics.DIAL_DECISIONS).stream()
        .filter(decision -> decision.getVerdict() != Verdict.RECALL).toList();
    assertThat(answers).extracting(DialDecision::getRequestId).hasSize(NUMBERS).doesNotHaveDuplicates();
    return answers;
  }

  private void assertRight(DialDecision answer) {
    boolean listed = Integer.parseInt(answer.getRequestId().substring("request-".length())) % 2 == 0;
    assertThat(answer.getVerdict()).as(answer.getRequestId()).isEqualTo(listed ? Verdict.SUPPRESS : Verdict.ALLOW);
  }

  /** Once for the form that sent the opt-outs, and once for the dialler, however many tasks saw them. */
  private void assertAlertedOnce() {
    await("the alerts").atMost(Duration.ofSeconds(30)).pollInSameThread()
        .until(() -> site.committed(Topics.ALERTS).size() >= 2);
    assertThat(site.values(Topics.ALERTS)).allMatch(alert -> alert.getKind() == AlertKind.MISPARTITIONED_PRODUCER)
        .extracting(Alert::getSubject).containsExactlyInAnyOrder(Say.PLATFORM, Say.SOURCE);
    assertThat(site.values(Topics.ALERTS))
        .allSatisfy(alert -> assertThat(alert.getDetails()).containsKeys("topic", "partition", "offset"));
  }

  private List<String> ids(Verdict verdict) {
    return site.values(Topics.DIAL_DECISIONS).stream().filter(decision -> decision.getVerdict() == verdict)
        .map(DialDecision::getRequestId).toList();
  }

  private static boolean isRekeyed(DialDecision answer) {
    return answer.getFindings().stream().anyMatch(finding -> finding.getCode().equals("REKEYED"));
  }

  private static boolean onSamePartition(String number) {
    byte[] key = number.getBytes(StandardCharsets.UTF_8);
    return Crc32Partitioner.partition(key, Site.PARTITIONS) == Utils.toPositive(Utils.murmur2(key)) % Site.PARTITIONS;
  }

  private int rekeyedCounted(String source) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      String metrics = client.send(HttpRequest.newBuilder(http.resolve("/metrics")).build(), BodyHandlers.ofString())
          .body();
      return metrics.lines().filter(line -> line.startsWith("dialgate_") && line.contains("rekeyed"))
          .filter(line -> line.contains('"' + source + '"'))
          .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }
  }
}
