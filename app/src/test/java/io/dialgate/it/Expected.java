package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.dialgate.it.Traffic.Entry;
import io.dialgate.it.Traffic.Told;
import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topics;

/** What traffic must have led to, whatever happened to the instances meanwhile: nothing lost, nothing twice, no wrong allow. */
final class Expected {

  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(90);

  private final Traffic traffic;
  private final Site site;

  Expected(Traffic traffic, Site site) {
    this.traffic = traffic;
    this.site = site;
  }

  /** Waits until everything is answered and copied; the instances may be stopped then. */
  void awaitSettled() {
    await("an answer to every request").atMost(SETTLED_WITHIN).pollInSameThread()
        .until(() -> answers().size() >= traffic.asked().size());
    await("a receipt for every event").atMost(SETTLED_WITHIN).pollInSameThread()
        .until(() -> site.committed(Topics.LIST_RECEIPTS).size() >= receipted().size());
    await("what is not receipted either").atMost(SETTLED_WITHIN).pollInSameThread()
        .until(() -> listed().equals(standing()));
    await("the audit's copies").atMost(SETTLED_WITHIN).pollInSameThread().until(() -> new AuditLogs(site).isComplete());
  }

  /** Checks it all. */
  void check() {
    checkAnswers();
    checkRecalls();
    checkNoWrongAllow();
    checkReceipts();
    checkAlerts();
    assertThat(listed()).as("the table").isEqualTo(standing());
    assertThat(site.committed(Topics.REJECTED_RECORDS)).as("rejected").isEmpty();
    new AuditLogs(site).check();
  }

  private void checkAnswers() {
    List<String> answered = decisions(verdict -> verdict != Verdict.RECALL).stream().map(DialDecision::getRequestId)
        .toList();
    assertThat(answered).as("answers").doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
        traffic.asked().stream().map(asked -> asked.request().getRequestId()).toList());
  }

  private void checkRecalls() {
    Map<String, Seen<DialDecision>> open = new HashMap<>();
    for (Seen<DialDecision> seen : site.committed(Topics.DIAL_DECISIONS)) {
      String id = seen.value().getRequestId();
      switch (seen.value().getVerdict()) {
        case ALLOW -> open.put(id, seen);
        case RECALL -> {
          Seen<DialDecision> allow = open.remove(id);
          assertThat(allow).as("the open ALLOW of recalled " + id).isNotNull();
          assertThat(seen.record().partition()).as("partition of " + id).isEqualTo(allow.record().partition());
        }
        case SUPPRESS -> assertThat(open).doesNotContainKey(id);
      }
    }
  }

  private void checkNoWrongAllow() {
    Map<String, DialDecision> answers = answers();
    Set<String> recalled = decisions(verdict -> verdict == Verdict.RECALL).stream().map(DialDecision::getRequestId)
        .collect(Collectors.toSet());
    Map<Entry, List<Told>> events = traffic.told().stream().collect(Collectors.groupingBy(Told::entry));
    for (Traffic.Asked asked : traffic.asked()) {
      DialDecision answer = answers.get(asked.request().getRequestId());
      assertThat(answer).isNotNull();
      if (answer.getVerdict() == Verdict.ALLOW && !recalled.contains(answer.getRequestId())) {
        events.forEach((entry, all) -> {
          if (entry.number().equals(answer.getNumber())) {
            assertThat(forbids(all, asked.sentAt(), answer.getDecidedAt()))
                .as("wrongly allowed: %s, decided at %s, with %s", asked, answer.getDecidedAt(), all).isFalse();
          }
        });
      }
      if (events.keySet().stream().noneMatch(entry -> entry.number().equals(answer.getNumber()))) {
        assertThat(answer.getVerdict()).as("never listed: " + answer).isEqualTo(Verdict.ALLOW);
      }
    }
  }

  /**
   * Whether an entry forbids that an ALLOW stands: it was acknowledged before the request was sent, and nobody had asked for its
   * removal when that was decided; or it stands in the end, and so came into force before the decision or after it.
   */
  private static boolean forbids(List<Told> events, Instant sentAt, Instant decidedAt) {
    Optional<Told> then = latest(events, event -> event.sentAt().isBefore(decidedAt));
    Optional<Told> finallyTold = latest(events, _ -> true);
    return then.filter(event -> event.added() && event.acknowledgedAt().isBefore(sentAt)).isPresent()
        || finallyTold.filter(Told::added).isPresent();
  }

  private static Optional<Told> latest(List<Told> events, Predicate<Told> which) {
    return events.stream().filter(which).max(Comparator.comparing(Told::occurredAt));
  }

  private void checkReceipts() {
    assertThat(site.values(Topics.LIST_RECEIPTS)).extracting(Receipt::getEventId).as("receipts")
        .containsExactlyInAnyOrderElementsOf(receipted());
  }

  private void checkAlerts() {
    List<String> underHold = decisions(verdict -> verdict == Verdict.SUPPRESS).stream()
        .filter(decision -> decision.getFindings().stream()
            .anyMatch(finding -> finding.getCode().equals("LITIGATION_HOLD")))
        .map(decision -> "hold-" + decision.getRequestId()).toList();
    assertThat(site.values(Topics.ALERTS)).filteredOn(alert -> alert.getKind() == AlertKind.LITIGATION_HOLD_DIALLED)
        .extracting(Alert::getAlertId).as("alerts of holds").containsExactlyInAnyOrderElementsOf(underHold);
    assertThat(site.values(Topics.ALERTS)).filteredOn(alert -> alert.getKind() == AlertKind.MISPARTITIONED_PRODUCER)
        .extracting(Alert::getSubject).as("alerts of wrong partitions, at most one an hour of each source")
        .doesNotHaveDuplicates();
  }

  private List<String> receipted() {
    return traffic.told().stream().filter(Told::receipted).map(Told::id).toList();
  }

  private Map<String, DialDecision> answers() {
    Map<String, DialDecision> answers = new HashMap<>();
    decisions(verdict -> verdict != Verdict.RECALL).forEach(answer -> answers.put(answer.getRequestId(), answer));
    return answers;
  }

  private List<DialDecision> decisions(Predicate<Verdict> which) {
    return site.values(Topics.DIAL_DECISIONS).stream().filter(decision -> which.test(decision.getVerdict())).toList();
  }

  /** What stands on lists by what was told: number and list. */
  private Set<Entry> standing() {
    return traffic.told().stream().collect(Collectors.groupingBy(Told::entry)).values().stream()
        .flatMap(events -> latest(events, _ -> true).stream()).filter(Told::added).map(Told::entry)
        .collect(Collectors.toSet());
  }

  /** What the published table says. */
  private Set<Entry> listed() {
    Map<String, List<Entry>> table = new LinkedHashMap<>();
    for (Seen<DncRecord> seen : site.committed(Topics.DNC_ENTRIES)) {
      String number = new String(seen.record().key(), StandardCharsets.UTF_8);
      var entries = new ArrayList<Entry>();
      if (seen.record().value() != null) {
        seen.value().getEntries().forEach(entry -> entries.add(new Entry(number, entry.getListId())));
      }
      table.put(number, entries);
    }
    return table.values().stream().flatMap(List::stream).collect(Collectors.toSet());
  }
}
