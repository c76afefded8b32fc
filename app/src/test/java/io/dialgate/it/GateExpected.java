package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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

import io.dialgate.it.GateTraffic.Entry;
import io.dialgate.it.GateTraffic.Told;
import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DncRecord;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topics;

/** What must have come of seeded traffic at the gate: an answer to each request, each recall once, and no wrong allow. */
final class GateExpected extends Expected {

  private final GateTraffic traffic;

  GateExpected(GateTraffic traffic, Site site) {
    super(site);
    this.traffic = traffic;
  }

  @Override
  void awaitAnswers() {
    settled("an answer to every request", () -> answers().size() >= traffic.asked().size());
    settled("a receipt for every event", () -> site().committed(Topics.LIST_RECEIPTS).size() >= receipted().size());
    settled("what is not receipted either", () -> listed().equals(standing()));
  }

  @Override
  void checkAnswers() {
    checkOneAnswerEach();
    checkRecalls();
    checkNoWrongAllow();
    checkReceipts();
    checkAlerts();
    assertThat(listed()).as("the table").isEqualTo(standing());
    assertThat(site().committed(Topics.REJECTED_RECORDS)).as("rejected").isEmpty();
  }

  private void checkOneAnswerEach() {
    List<String> answered = decisions(verdict -> verdict != Verdict.RECALL).stream().map(DialDecision::getRequestId)
        .toList();
    assertThat(answered).as("answers").doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
        traffic.asked().stream().map(asked -> asked.request().getRequestId()).toList());
  }

  private void checkRecalls() {
    assertThat(decisions(verdict -> verdict == Verdict.RECALL)).as("recalls, without which this shows little")
        .isNotEmpty();
    Map<String, Seen<DialDecision>> open = new HashMap<>();
    for (Seen<DialDecision> seen : site().committed(Topics.DIAL_DECISIONS)) {
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
    for (GateTraffic.Asked asked : traffic.asked()) {
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
    assertThat(site().values(Topics.LIST_RECEIPTS)).extracting(Receipt::getEventId).as("receipts")
        .containsExactlyInAnyOrderElementsOf(receipted());
  }

  private void checkAlerts() {
    List<String> underHold = decisions(verdict -> verdict == Verdict.SUPPRESS).stream()
        .filter(decision -> decision.getFindings().stream()
            .anyMatch(finding -> finding.getCode().equals("LITIGATION_HOLD")))
        .map(decision -> "hold-" + decision.getRequestId()).toList();
    assertThat(site().values(Topics.ALERTS)).filteredOn(alert -> alert.getKind() == AlertKind.LITIGATION_HOLD_DIALLED)
        .extracting(Alert::getAlertId).as("alerts of holds").containsExactlyInAnyOrderElementsOf(underHold);
    assertThat(site().values(Topics.ALERTS)).filteredOn(alert -> alert.getKind() == AlertKind.MISPARTITIONED_PRODUCER)
        .extracting(Alert::getSubject).as("alerts of wrong partitions, at most one an hour of each source")
        .isNotEmpty().doesNotHaveDuplicates();
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
    return site().values(Topics.DIAL_DECISIONS).stream().filter(decision -> which.test(decision.getVerdict())).toList();
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
    for (Seen<DncRecord> seen : site().committed(Topics.DNC_ENTRIES)) {
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
