package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.dialgate.domain.policy.ListsOnlyPolicy;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.PolicyActivation;
import io.dialgate.schemas.PolicyDocument;
import io.dialgate.schemas.PolicyRecord;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;
import io.dialgate.topology.story.Policy;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.Policies;

/** Policies are put in force under traffic: every task switches between two records, and all of them within a second. */
@Tag("alone")
@OnEmbeddedGround
class PolicySwitchIT {

  private static final Duration WITHIN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Site site;
  private final List<String> inForce = new ArrayList<>();

  PolicySwitchIT(Ground ground) {
    site = new Site(ground, "switch");
  }

  @BeforeEach
  void serve() throws Exception {
    site.serve();
    inForce.add(ListsOnlyPolicy.of(site.settings("main").gate().requestMaxAge()).hash());
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @Test
  void shouldSwitchEveryPartitionOnceInOrderAndWithinASecond() {
    // given
    Sender operator = site.sender(Map.of("linger.ms", 0));
    var traffic = new GateTraffic(site, 7);
    traffic.start();
    awaitDecisionsUnderTheLatest();

    // when
    for (String text : List.of(Policy.STRICT, Policy.SMALL, Policy.STRICT)) {
      String activation = publish(operator, text);
      assertThat(receipts(activation)).allSatisfy(receipt -> {
        assertThat(receipt.getOutcome()).isEqualTo(ReceiptOutcome.APPLIED);
        assertThat(receipt.getSubject()).isEqualTo(inForce.getLast());
      });
      awaitDecisionsUnderTheLatest();
    }
    traffic.stop();

    // then
    Map<Integer, List<String>> perPartition = new TreeMap<>();
    for (Seen<DialDecision> one : site.committed(Topics.DIAL_DECISIONS)) {
      List<String> seen = perPartition.computeIfAbsent(one.record().partition(), _ -> new ArrayList<>());
      if (seen.isEmpty() || !seen.getLast().equals(one.value().getPolicy())) {
        seen.add(one.value().getPolicy());
      }
    }
    assertThat(perPartition).hasSize(Site.PARTITIONS);
    assertThat(perPartition.values()).allSatisfy(seen -> assertThat(seen).isEqualTo(inForce));
  }

  /** Writes the document, then puts it in force; gives the id of that. */
  private String publish(Sender operator, String text) {
    String hash = Policies.hash(text);
    inForce.add(hash);
    operator.sendAndWait(Topics.POLICIES, hash,
        new PolicyRecord(new PolicyDocument(hash, text, "operator", Say.now())));
    var activation = new PolicyActivation();
    activation.setHash(hash);
    activation.setActivatedBy("operator");
    activation.setActivatedAt(Say.now());
    activation.setActivationId("activation-" + inForce.size());
    operator.sendAndWait(Topics.POLICIES, Policies.ACTIVE, new PolicyRecord(activation));
    return activation.getActivationId();
  }

  /** One from each partition; the gate says itself when its task switched. */
  private Collection<Receipt> receipts(String activation) {
    await().atMost(PATIENCE).pollInSameThread().until(() -> of(activation).size() >= Site.PARTITIONS);
    Map<Integer, Receipt> receipts = of(activation).stream()
        .collect(Collectors.toMap(Receipt::getPartition, receipt -> receipt));
    assertThat(receipts).hasSize(Site.PARTITIONS);
    Instant first = receipts.values().stream().map(Receipt::getInForceAt).min(Instant::compareTo).orElseThrow();
    Instant last = receipts.values().stream().map(Receipt::getInForceAt).max(Instant::compareTo).orElseThrow();
    assertThat(Duration.between(first, last)).as("from the first task to the last").isLessThan(WITHIN);
    return receipts.values();
  }

  private List<Receipt> of(String activation) {
    return site.values(Topics.LIST_RECEIPTS).stream().filter(receipt -> receipt.getEventId().equals(activation))
        .toList();
  }

  /** On every partition: traffic goes on. */
  private void awaitDecisionsUnderTheLatest() {
    int switches = inForce.size();
    await().atMost(PATIENCE).pollInSameThread().until(() -> {
      Map<Integer, List<String>> latest = site.committed(Topics.DIAL_DECISIONS).stream()
          .collect(Collectors.groupingBy(one -> one.record().partition(),
              Collectors.mapping(one -> one.value().getPolicy(), Collectors.toList())));
      return latest.size() == Site.PARTITIONS && latest.values().stream()
          .allMatch(seen -> seen.getLast().equals(inForce.get(switches - 1)));
    });
  }
}
