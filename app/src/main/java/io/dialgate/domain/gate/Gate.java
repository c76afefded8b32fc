package io.dialgate.domain.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.dnc.NumberEntries.Merged;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Whereabouts;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Circumstances;
import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.FindingCode;

/**
 * The gate of one number.
 *
 * <p>Invariant: after an opt-out no allowance of its number that it binds is open, and every allowance that was open is
 * recalled exactly once. It holds because the event of a list looks again at every open
 * allowance in the same step in which the entry comes into force, and closes those that it recalls.
 *
 * @param decider makes the decisions
 * @param memory how long an answered request is remembered
 */
public record Gate(Decider decider, Duration memory) {

  /** The prefix and hash entries that cover a number. */
  @FunctionalInterface
  public interface WideEntries {

    /** Those that stand and bind at that moment. */
    List<ListEvent> covering(PhoneNumber number, Instant at);

    /** There are none. */
    WideEntries NONE = (number, at) -> List.of();
  }

  /** A request: it is answered once, and an allow to dial opens an allowance. */
  public Step on(DialRequest request, Reading reading, Case.@Nullable Rekeyed rekeyed, NumberState state,
      WideEntries wide, Instant now) {
    long mark = request.questionMark();
    Answered earlier = state.history().find(request.id());
    if (earlier != null && earlier.questionMark() == mark) {
      return new Step(state, List.of(new Fact.Repeated(request.id())));
    }
    var history = new Case.History(earlier == null ? null : earlier.at(), state.history().open(now).size(),
        List.of());
    Decision decision = decider
        .answer(
            new Case(request, reading, Whereabouts.UNKNOWN, BindingEntries.of(reading, request, state, wide, now),
                List.of(), history, Circumstances.NONE, rekeyed, now));
    // The first question under an id keeps it: the answer to another one is told, but not remembered in its place.
    return new Step(earlier == null ? remember(request, mark, decision, state) : state, told(decision));
  }

  /** An event of the number's own lists: the table changes, and what it binds is recalled. */
  public Step on(ListEvent event, PhoneNumber number, NumberState state, WideEntries wide, Instant now) {
    if (!(state.entries().merge(event) instanceof Merged.Changed(NumberEntries entries))) {
      return Step.unchanged(state);
    }
    Step recalled = reconsider(number, state.with(entries), wide, now);
    var facts = new ArrayList<Fact>();
    facts.add(new Fact.EntriesChanged(entries));
    facts.addAll(recalled.facts());
    return new Step(recalled.next(), facts);
  }

  /** Looks again at every open allowance of a number, and recalls those that something binds now. */
  public Step reconsider(PhoneNumber number, NumberState state, WideEntries wide, Instant now) {
    List<Answered> open = state.history().open(now);
    if (open.isEmpty()) {
      return Step.unchanged(state);
    }
    var reading = new Reading.Valid(number);
    var facts = new ArrayList<Fact>();
    var recalled = new ArrayList<String>();
    for (Answered one : open) {
      Decision decision = reconsider(one.allowance(), reading, state, wide, now);
      if (decision != null) {
        facts.add(new Fact.Decided(decision));
        recalled.add(one.requestId());
      }
    }
    return new Step(state.with(state.history().closed(one -> recalled.contains(one.requestId()))), facts);
  }

  /** A dialler tells what became of a call: its allowance is used, or given back. Either way it is open no more. */
  public Step onOutcome(String requestId, NumberState state) {
    return Step.unchanged(state.with(state.history().closed(one -> one.requestId().equals(requestId))));
  }

  private @Nullable Decision reconsider(Answered.@Nullable Allowance allowance, Reading reading, NumberState state,
      WideEntries wide, Instant now) {
    if (allowance == null) {
      return null;
    }
    DialRequest request = allowance.request();
    List<ListEvent> binding = BindingEntries.of(reading, request, state, wide, now);
    return decider.reconsider(new Case(request, reading, Whereabouts.UNKNOWN, binding, List.of(), Case.History.NONE,
        Circumstances.NONE, null, now));
  }

  private NumberState remember(DialRequest request, long mark, Decision decision, NumberState state) {
    Instant validUntil = decision.validUntil();
    var allowance = validUntil != null && request.purpose() == DialRequest.Purpose.DIAL
        ? new Answered.Allowance(request, validUntil)
        : null;
    var answered = new Answered(request.id(), mark, decision.facts().now(), allowance);
    return state.with(state.history().with(answered, memory));
  }

  private static List<Fact> told(Decision decision) {
    boolean underHold = decision.findings().stream()
        .anyMatch(finding -> finding.code() == FindingCode.LITIGATION_HOLD);
    return underHold
        ? List.of(new Fact.Decided(decision), new Fact.HoldDialled(decision))
        : List.of(new Fact.Decided(decision));
  }
}
