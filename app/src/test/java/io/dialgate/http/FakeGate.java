package io.dialgate.http;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;
import io.dialgate.schemas.Verdict;

/** What the routes ask, answering as it is told to, and remembering what it was asked. */
final class FakeGate implements DialChecks, ListChanges, Lookups {

  static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

  final List<DialRequest> asked = new CopyOnWriteArrayList<>();
  final List<OptOutDisposition> told = new CopyOnWriteArrayList<>();
  final List<OperatorAction> actions = new CopyOnWriteArrayList<>();
  final List<String> forwarded = new CopyOnWriteArrayList<>();
  volatile Function<List<DialRequest>, DialChecks.Answer> decides = FakeGate::allowAll;
  volatile Function<String, ListChanges.Answer> confirms = FakeGate::inForce;
  volatile Standing standing = nothing();
  volatile Optional<Forwarded> neighbour = Optional.empty();
  volatile Optional<Past> past = none();
  volatile Optional<List<Boolean>> matches = Optional.empty();
  volatile boolean notes = true;

  /** Forgets what it was asked and how it was told to answer. */
  void reset() {
    asked.clear();
    told.clear();
    actions.clear();
    forwarded.clear();
    decides = FakeGate::allowAll;
    confirms = FakeGate::inForce;
    standing = nothing();
    neighbour = Optional.empty();
    past = none();
    matches = Optional.empty();
    notes = true;
  }

  private static DialChecks.Answer allowAll(List<DialRequest> requests) {
    return new DialChecks.Answer.Decided(requests.stream().map(FakeGate::allow).toList());
  }

  private static ListChanges.Answer inForce(String id) {
    return new ListChanges.Answer.InForce(
        List.of(new Receipt(id, "+12025550101", ReceiptOutcome.APPLIED, 0, 1, NOW)));
  }

  private static Standing nothing() {
    return new Standing.Found(List.of(), new Freshness(NOW, 3, Map.of(), 0L));
  }

  private static Optional<Past> none() {
    return Optional.of(new Past(List.of(), true, null));
  }

  Gatehouse house() {
    return new Gatehouse(this, this, this, new LibPhoneNumbering(),
        new Gatehouse.Terms(Duration.ofSeconds(2), true, () -> NOW));
  }

  static DialDecision allow(DialRequest request) {
    var decision = new DialDecision();
    decision.setRequestId(request.getRequestId());
    decision.setNumber(request.getPhone());
    decision.setVerdict(Verdict.ALLOW);
    decision.setFindings(List.of());
    decision.setPolicy("sha256:0");
    decision.setDecidedAt(NOW);
    decision.setValidUntil(request.getDialBy());
    return decision;
  }

  @Override
  public DialChecks.Answer check(List<DialRequest> requests, boolean repeatable, Instant until) {
    asked.addAll(requests);
    return decides.apply(new ArrayList<>(requests));
  }

  @Override
  public ListChanges.Answer tell(OptOutDisposition event, String key, boolean everywhere) {
    told.add(event);
    return confirms.apply(event.getEventId());
  }

  @Override
  public ListChanges.Answer tell(OperatorAction action) {
    actions.add(action);
    return confirms.apply(action.getActionId());
  }

  @Override
  public boolean note(OperatorAction action) {
    actions.add(action);
    return notes;
  }

  @Override
  public Standing standing(PhoneNumber number) {
    return standing;
  }

  @Override
  public Optional<Forwarded> forward(String hostAndPort, PhoneNumber number, @Nullable String authorization) {
    forwarded.add(hostAndPort + " " + number.e164() + " " + authorization);
    return neighbour;
  }

  @Override
  public Optional<Past> decisions(PhoneNumber number, int limit) {
    return past;
  }

  @Override
  public Optional<List<Boolean>> matches(List<String> hashes) {
    return matches;
  }
}
