package io.dialgate.topology.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.Finding;
import io.dialgate.schemas.Verdict;
import io.dialgate.topology.story.GateStory;
import io.dialgate.topology.story.Written;

/** Plays deeds to the gate and to the oracle, and compares them after every step. */
final class History {

  /** Allowances by number and request id, as an outsider knows them who reads the decisions and nothing else. */
  private final Map<String, DialDecision> open = new HashMap<>();
  private final Map<String, Deed.Ask> asked = new HashMap<>();
  private final GateStory story;
  private final Oracle oracle;
  private int seen;
  private int poisons;
  private int holds;

  private History(GateStory story) {
    this.story = story;
    this.oracle = new Oracle(story.now());
  }

  /** Where and how the gate first differs from the oracle; null if it never does. */
  static @Nullable Failure play(List<Deed> deeds) {
    try (var story = new GateStory()) {
      var history = new History(story);
      new Player(story).begin();
      for (int i = 0; i < deeds.size(); i++) {
        try {
          history.step(deeds.get(i));
        } catch (AssertionError | RuntimeException e) {
          return new Failure(i, e);
        }
      }
      return null;
    }
  }

  /** At which step, and what. */
  record Failure(int step, Throwable what) {}

  private void step(Deed deed) {
    if (deed instanceof Deed.Ask ask) {
      asked.put(ask.id() + ask.campaign(), ask);
    }
    if (deed instanceof Deed.Finish(String id, String phone, boolean _)) {
      open.remove(phone + " " + id);
    }
    poisons += deed instanceof Deed.Poison ? 1 : 0;
    List<String> expected = oracle.expect(deed);
    new Player(story).play(deed);

    List<Written<DialDecision>> fresh = story.decisionRecords().subList(seen, story.decisionRecords().size());
    seen += fresh.size();
    assertThat(fresh.stream().map(History::line)).as("decisions").containsExactlyInAnyOrderElementsOf(expected);
    fresh.stream().map(Written::said).forEach(this::follow);
    assertInvariant();
    assertTable(deed instanceof Deed.Tick(var time) && time.toSeconds() > 0);
    assertThat(story.rejected()).as("rejected records").hasSize(poisons);
    assertThat(story.alerts(AlertKind.LITIGATION_HOLD_DIALLED)).as("alerts of holds").hasSize(holds);
  }

  private void follow(DialDecision decision) {
    String id = decision.getNumber() + " " + decision.getRequestId();
    switch (decision.getVerdict()) {
      case ALLOW -> {
        if (decision.getFacts().getRequest().getPurpose() == io.dialgate.schemas.DialPurpose.DIAL) {
          open.put(id, decision);
        }
      }
      case RECALL -> assertThat(open.remove(id)).as("a recall of %s without an allowance", id).isNotNull();
      case SUPPRESS ->
        holds += decision.getFindings().stream().anyMatch(one -> one.getCode().equals("LITIGATION_HOLD")) ? 1 : 0;
    }
  }

  /** After an opt-out, a revocation or an emergency no allowance that it binds is open. */
  private void assertInvariant() {
    open.values().removeIf(one -> !oracle.now().isBefore(Objects.requireNonNull(one.getValidUntil())));
    for (DialDecision one : open.values()) {
      Deed.Ask ask = Objects.requireNonNull(asked.get(one.getRequestId() + one.getCampaignId()));
      assertThat(oracle.bars(ask)).as("what blocks the open allowance of %s", one.getRequestId()).isEmpty();
    }
  }

  /** What has expired may stand in the table until the sweep comes by. */
  private void assertTable(boolean swept) {
    for (String number : Generator.NUMBERS) {
      Set<String> table = story.entries(number).stream()
          .filter(entry -> swept || entry.getExpiresAt() == null || oracle.now().isBefore(entry.getExpiresAt()))
          .map(entry -> "%s %s %s %s %s".formatted(entry.getListId(), entry.getReason(),
              entry.getScope() == null ? "all" : entry.getScope(), entry.getAddedAt(), entry.getExpiresAt()))
          .collect(Collectors.toCollection(TreeSet::new));
      assertThat(table).as("table of %s", number).isEqualTo(oracle.table(number));
    }
  }

  private static String line(Written<DialDecision> record) {
    DialDecision decision = record.said();
    List<String> codes = new ArrayList<>(decision.getFindings().stream().map(Finding::getCode).toList());
    String verdict = decision.getVerdict() == Verdict.ALLOW ? "ALLOW" : decision.getVerdict().name();
    return Oracle.line(String.valueOf(record.key()), verdict, decision.getRequestId(), codes);
  }
}
