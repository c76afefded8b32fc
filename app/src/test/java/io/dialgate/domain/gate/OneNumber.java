package io.dialgate.domain.gate;

import static io.dialgate.domain.dnc.Said.NOON;
import static io.dialgate.domain.policy.Asks.NUMBER;
import static io.dialgate.domain.policy.Asks.POLICY;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Said;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.policy.Asks;

/** The gate of one number, with its state and its clock, for tests. */
final class OneNumber {

  static final Duration VALIDITY = Duration.ofMinutes(15);
  static final Duration MEMORY = Duration.ofHours(24);

  private final Gate gate = new Gate(new Decider(POLICY, VALIDITY), MEMORY);
  private final List<ListEvent> wide = new ArrayList<>();
  private NumberState state = NumberState.NONE;
  private Instant now = NOON;

  List<Fact> asked(Asks asks) {
    return asked(asks, new Reading.Valid(NUMBER));
  }

  List<Fact> asked(Asks asks, Reading reading) {
    return taken(gate.on(asks.ask(), reading, null, state, this::covering, now));
  }

  List<Fact> heard(Said said) {
    return taken(gate.on(said.event(), NUMBER, state, this::covering, now));
  }

  List<Fact> covered(Said... said) {
    Stream.of(said).map(Said::event).forEach(wide::add);
    return taken(gate.reconsider(NUMBER, state, this::covering, now));
  }

  List<Fact> finished(String requestId) {
    return taken(gate.onOutcome(requestId, state));
  }

  void after(Duration time) {
    now = now.plus(time);
  }

  List<String> open() {
    return state.history().open(now).stream().map(Answered::requestId).toList();
  }

  static List<Decision> decisions(List<Fact> facts) {
    return facts.stream().filter(Fact.Decided.class::isInstance).map(fact -> ((Fact.Decided) fact).decision()).toList();
  }

  static List<String> verdicts(List<Fact> facts) {
    return decisions(facts).stream().map(one -> one.verdict() + " " + one.facts().request().id()).toList();
  }

  static List<String> codes(List<Fact> facts) {
    return decisions(facts).stream().flatMap(one -> one.findings().stream()).map(one -> one.code().name()).toList();
  }

  private List<ListEvent> covering(PhoneNumber number, Instant at) {
    return wide.stream().filter(event -> event.binds(at)).toList();
  }

  private List<Fact> taken(Step step) {
    state = step.next();
    return step.facts();
  }
}
