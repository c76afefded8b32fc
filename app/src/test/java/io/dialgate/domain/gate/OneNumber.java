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
import io.dialgate.domain.place.Atlas;
import io.dialgate.domain.place.Whereabouts;
import io.dialgate.domain.policy.Asks;
import io.dialgate.domain.policy.Circumstances;
import io.dialgate.domain.policy.Limits;
import io.dialgate.domain.policy.Policy;

/** The gate of one number, with its state and its clock, for tests. */
final class OneNumber {

  static final Duration VALIDITY = Duration.ofMinutes(15);
  static final Duration MEMORY = Duration.ofHours(24);

  private final Gate gate = new Gate(Atlas.NONE, new Limits(VALIDITY, Asks.MAX_AGE), MEMORY);
  private final Surroundings around = new Surroundings() {

    @Override
    public Policy policy() {
      return POLICY;
    }

    @Override
    public List<ListEvent> covering(PhoneNumber number, Instant at) {
      return wide.stream().filter(event -> event.binds(at)).toList();
    }

    @Override
    public Circumstances circumstances(PhoneNumber number, Whereabouts where, Instant at) {
      return Circumstances.NONE;
    }
  };
  private final List<ListEvent> wide = new ArrayList<>();
  private NumberState state = NumberState.NONE;
  private Instant now = NOON;

  List<Fact> asked(Asks asks) {
    return asked(asks, new Reading.Valid(NUMBER));
  }

  List<Fact> asked(Asks asks, Reading reading) {
    return taken(gate.on(asks.ask(), reading, null, state, around, now));
  }

  List<Fact> heard(Said said) {
    return taken(gate.on(said.event(), NUMBER, state, around, now));
  }

  List<Fact> covered(Said... said) {
    Stream.of(said).map(Said::event).forEach(wide::add);
    return taken(gate.reconsider(NUMBER, state, around, now));
  }

  List<Fact> finished(String requestId) {
    return taken(gate.onOutcome(requestId, true, state));
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

  private List<Fact> taken(Step step) {
    state = step.next();
    return step.facts();
  }
}
