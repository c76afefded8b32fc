package io.dialgate.domain.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.consent.NumberConsents;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Atlas;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.FindingCode;
import io.dialgate.domain.policy.Limits;

/**
 * The gate of one number.
 *
 * <p>Invariant: after an opt-out no allowance of its number that it binds is open, and every allowance that was open is
 * recalled exactly once. It holds because the event of a list looks again at every open
 * allowance in the same step in which the entry comes into force, and closes those that it recalls.
 *
 * @param atlas knows where a phone may be
 * @param limits how long an allowance lasts, and how old a request may be
 * @param memory how long an answered request is remembered
 */
public record Gate(Atlas atlas, Limits limits, Duration memory) {

  /** A request: it is answered once, and an allow to dial opens an allowance. */
  public Step on(DialRequest request, Reading reading, Case.@Nullable Rekeyed rekeyed, NumberState state,
      Surroundings around, Instant now) {
    long mark = request.questionMark();
    Answered earlier = state.history().find(request.id());
    if (earlier != null && earlier.questionMark() == mark) {
      return new Step(state, List.of(new Fact.Repeated(request.id())));
    }
    var history = new Case.History(earlier == null ? null : earlier.at(), state.history().open(now).size(),
        state.history().attempts().told());
    Case call = CaseFile.of(atlas, request, reading, state, history, rekeyed, around, now);
    Decision decision = decider(around).answer(call);
    // The first question under an id keeps it: the answer to another one is told, but not remembered in its place.
    return new Step(earlier == null ? remember(request, mark, decision, state) : state, told(decision));
  }

  /** An event of the number's own lists: the table changes, and what it binds is recalled. */
  public Step on(ListEvent event, PhoneNumber number, NumberState state, Surroundings around, Instant now) {
    if (!(state.entries().merge(event) instanceof NumberEntries.Merged.Changed(NumberEntries entries))) {
      return Step.unchanged(state);
    }
    Step recalled = reconsider(number, state.with(entries), around, now);
    var facts = new ArrayList<Fact>();
    facts.add(new Fact.EntriesChanged(entries));
    facts.addAll(recalled.facts());
    return new Step(recalled.next(), facts);
  }

  /** The person agreed to something, or takes it back: then what was allowed because of it is recalled. */
  public Step on(Consent event, PhoneNumber number, NumberState state, Surroundings around, Instant now) {
    if (!(state.consents().merge(event) instanceof NumberConsents.Merged.Changed(NumberConsents consents))) {
      return Step.unchanged(state);
    }
    return reconsider(number, state.with(consents), around, now);
  }

  /** Looks again at every open allowance of a number, and recalls those that something binds now. */
  public Step reconsider(PhoneNumber number, NumberState state, Surroundings around, Instant now) {
    List<Answered> open = state.history().open(now);
    if (open.isEmpty()) {
      return Step.unchanged(state);
    }
    var facts = new ArrayList<Fact>();
    var recalled = new ArrayList<String>();
    for (Answered one : open) {
      Decision decision = reconsider(one.allowance(), number, state, around, now);
      if (decision != null) {
        facts.add(new Fact.Decided(decision));
        recalled.add(one.requestId());
      }
    }
    return new Step(state.with(state.history().closed(one -> recalled.contains(one.requestId()))), facts);
  }

  /**
   * A dialler tells what became of a call: its allowance is used, or given back. Either way it is open no more.
   *
   * @param dialled whether the call was placed; one that was not is no attempt
   */
  public Step onOutcome(String requestId, boolean dialled, NumberState state) {
    DialHistory closed = state.history().closed(one -> one.requestId().equals(requestId));
    return Step.unchanged(state.with(dialled ? closed : closed.givenBack(requestId)));
  }

  private @Nullable Decision reconsider(Answered.@Nullable Allowance allowance, PhoneNumber number, NumberState state,
      Surroundings around, Instant now) {
    return allowance == null
        ? null
        : decider(around).reconsider(CaseFile.of(atlas, allowance.request(), new Reading.Valid(number), state,
            Case.History.NONE, null, around, now));
  }

  private Decider decider(Surroundings around) {
    return new Decider(around.policy(), limits.allowance());
  }

  private NumberState remember(DialRequest request, long mark, Decision decision, NumberState state) {
    Instant now = decision.facts().now();
    Instant validUntil = decision.validUntil();
    if (validUntil == null || request.purpose() != DialRequest.Purpose.DIAL) {
      return state.with(state.history().with(new Answered(request.id(), mark, now, null), memory));
    }
    var allowed = new Answered(request.id(), mark, now, new Answered.Allowance(request, validUntil));
    return state.with(state.history().with(allowed, memory).attempted(request, now));
  }

  private static List<Fact> told(Decision decision) {
    boolean underHold = decision.findings().stream()
        .anyMatch(finding -> finding.code() == FindingCode.LITIGATION_HOLD);
    return underHold
        ? List.of(new Fact.Decided(decision), new Fact.HoldDialled(decision))
        : List.of(new Fact.Decided(decision));
  }
}
