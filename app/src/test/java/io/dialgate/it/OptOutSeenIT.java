package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.dialgate.domain.dnc.NumberHash;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.runtime.client.GateClient;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topics;

/** What was acknowledged before a request was sent is seen by it, and what was allowed before is recalled. */
@OnEveryGround
class OptOutSeenIT {

  private static final int PAIRS = 400;
  private static final int NUMBERS = 40;

  private final Site site;

  OptOutSeenIT(Ground ground) {
    site = new Site(ground, "seen");
  }

  @BeforeEach
  void serve() throws Exception {
    site.serve();
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @Test
  void shouldSuppressEveryRequestThatWasSentAfterItsOptOutWasAcknowledged() {
    // given
    Sender bridge = site.sender(Map.of("linger.ms", 0));
    Sender dialler = site.sender(Map.of("linger.ms", 0));

    // when
    for (int i = 0; i < PAIRS; i++) {
      String number = Say.number(i);
      bridge.sendAndWait(Topics.OPT_OUT_DISPOSITIONS, number, Say.optOut("out-" + i, number));
      dialler.send(Topics.DIAL_REQUESTS, number, Say.request("request-" + i, number));
    }
    dialler.flush();

    // then
    assertThat(decisions(PAIRS)).allSatisfy(decision -> {
      assertThat(decision.getVerdict()).as(decision.getRequestId()).isEqualTo(Verdict.SUPPRESS);
      assertThat(codes(decision)).containsExactly("CUSTOMER_REQUEST");
    });
  }

  @Test
  void shouldRecallWhatWasAllowedBeforeOptOut() {
    // given
    GateClient gate = site.client();
    List<String> allowed = gate.ask(requests("early")).stream()
        .filter(decision -> decision.getVerdict() == Verdict.ALLOW).map(DialDecision::getRequestId).toList();
    assertThat(allowed).hasSize(NUMBERS);

    // when
    Map<OptOutDisposition, String> optOuts = new LinkedHashMap<>();
    IntStream.range(0, NUMBERS).mapToObj(Say::number)
        .forEach(number -> optOuts.put(Say.optOut("out-" + number, number), number));
    var receipts = gate.tell(Topics.OPT_OUT_DISPOSITIONS, optOuts, OptOutDisposition::getEventId, false);

    // then
    assertThat(receipts.values()).allSatisfy(
        each -> assertThat(each).singleElement().extracting(Receipt::getRecalls).isEqualTo(1));
    assertThat(recalled()).containsExactlyInAnyOrderElementsOf(allowed);
  }

  @Test
  void shouldReachEveryPartitionWithPrefix() {
    // given
    GateClient gate = site.client();
    gate.ask(requests("early"));
    var block = Say.disposition("block", ListAction.ADD, "+141570000", MatchType.PREFIX);

    // when
    List<Receipt> receipts = tellEverywhere(gate, block);
    List<DialDecision> late = gate.ask(requests("late"));

    // then
    assertThat(receipts).extracting(Receipt::getPartition).containsExactlyInAnyOrder(partitions());
    assertThat(receipts.stream().mapToInt(Receipt::getRecalls)).as("recalls of each partition").hasSize(Site.PARTITIONS)
        .allMatch(recalls -> recalls > 0);
    assertThat(recalled()).hasSize(NUMBERS).allMatch(id -> id.startsWith("early"));
    assertThat(late).allSatisfy(decision -> assertThat(codes(decision)).containsExactly("PREFIX_BLOCK"));
  }

  @Test
  void shouldReachWhicheverPartitionHasNumberOfHash() {
    // given
    GateClient gate = site.client();
    gate.ask(requests("early"));

    // when
    Map<OptOutDisposition, String> hashes = new LinkedHashMap<>();
    IntStream.range(0, NUMBERS / 2).mapToObj(Say::number).forEach(number -> {
      String hash = NumberHash.of(new PhoneNumber(number));
      hashes.put(Say.disposition("hash-of" + number, ListAction.ADD, hash, MatchType.HASH), hash);
    });
    var receipts = gate.tell(Topics.OPT_OUT_DISPOSITIONS, hashes, OptOutDisposition::getEventId, true);
    List<DialDecision> late = gate.ask(requests("late"));

    // then
    assertThat(receipts.values()).allSatisfy(each -> assertThat(each).extracting(Receipt::getPartition)
        .containsExactlyInAnyOrder(partitions()));
    assertThat(recalled()).hasSize(NUMBERS / 2);
    assertThat(late.subList(0, NUMBERS / 2)).allMatch(decision -> decision.getVerdict() == Verdict.SUPPRESS);
    assertThat(late.subList(NUMBERS / 2, NUMBERS)).allMatch(decision -> decision.getVerdict() == Verdict.ALLOW);
  }

  private static List<Receipt> tellEverywhere(GateClient gate, OptOutDisposition event) {
    return gate.tell(Topics.OPT_OUT_DISPOSITIONS, Map.of(event, event.getPhone()), OptOutDisposition::getEventId, true)
        .values().iterator().next();
  }

  private static Map<DialRequest, String> requests(String when) {
    Map<DialRequest, String> requests = new LinkedHashMap<>();
    IntStream.range(0, NUMBERS).mapToObj(Say::number)
        .forEach(number -> requests.put(Say.request(when + number, number), number));
    return requests;
  }

  private List<DialDecision> decisions(int count) {
    await().atMost(Duration.ofSeconds(60)).pollInSameThread()
        .until(() -> site.committed(Topics.DIAL_DECISIONS).size() >= count);
    List<DialDecision> decisions = site.values(Topics.DIAL_DECISIONS);
    assertThat(decisions).hasSize(count);
    return decisions;
  }

  private List<String> recalled() {
    return site.values(Topics.DIAL_DECISIONS).stream().filter(decision -> decision.getVerdict() == Verdict.RECALL)
        .map(DialDecision::getRequestId).toList();
  }

  private static List<String> codes(DialDecision decision) {
    return decision.getFindings().stream().map(finding -> finding.getCode()).toList();
  }

  private static Integer[] partitions() {
    return IntStream.range(0, Site.PARTITIONS).boxed().toArray(Integer[]::new);
  }
}
