package io.dialgate.topology.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.consent.NumberConsents;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.NumberEntries.Merged;
import io.dialgate.domain.gate.Gate;
import io.dialgate.domain.gate.NumberState;
import io.dialgate.domain.gate.Step;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Told;
import io.dialgate.domain.policy.Circumstances.EmergencyBlock;
import io.dialgate.domain.policy.Circumstances.RegistryCopy;
import io.dialgate.domain.policy.Policy;
import io.dialgate.schemas.ReceiptOutcome;
import io.dialgate.topology.document.Shelf;
import io.dialgate.topology.intake.Admitted;
import io.dialgate.wire.record.Arrival;
import io.dialgate.wire.record.DialDecisions;
import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.record.RejectionCode;

/** What one task does with each kind of arrival: load, ask the gate, store, tell. */
final class GateTask {

  /** Begins the key of what is remembered of a request whose number is none; no number begins so. */
  private static final String NO_NUMBER = "?";

  private final Gate gate;
  private final NumberStates states;
  private final WideTable wide;
  private final TaskSurroundings around;
  private final Shelf<Policy> policies;
  private final OpenAllowances open;
  private final Voice voice;
  private final StaleNotices stale;

  GateTask(Gate gate, NumberStates states, WideTable wide, TaskSurroundings around, Shelf<Policy> policies,
      OpenAllowances open, Voice voice) {
    this.gate = gate;
    this.states = states;
    this.wide = wide;
    this.around = around;
    this.policies = policies;
    this.open = open;
    this.voice = voice;
    this.stale = new StaleNotices(voice);
  }

  void on(String key, Admitted<Arrival> admitted, Instant now) {
    switch (admitted.arrival()) {
      case Arrival.Asked asked -> onRequest(key, asked, admitted, now);
      case Arrival.Listed(PhoneNumber number, ListEvent event, String receipt) -> onListed(number, event, receipt, now);
      case Arrival.ListedTogether(var each) -> onTogether(each, now);
      case Arrival.ListedWide(Match.Wide match, ListEvent event, String receipt) -> onWide(match, event, receipt, now);
      case Arrival.Agreed(PhoneNumber number, Consent consent, String receipt) ->
        onConsent(number, consent, receipt, now);
      case Arrival.Finished(PhoneNumber number, String requestId, boolean dialled) ->
        onOutcome(number, requestId, dialled);
      case Arrival.Blocked(EmergencyBlock block, Instant at, String receipt) -> onBlock(block, at, receipt, now);
      case Arrival.Unblocked(String region, Instant at, String receipt) ->
        acknowledge(receipt, region, outcome(around.unblock(region, at)), 0, now);
      case Arrival.Imported(RegistryCopy copy, String receipt) -> {
        around.tell(copy);
        acknowledge(receipt, copy.registry(), ReceiptOutcome.APPLIED, 0, now);
      }
      case Arrival.PolicyTold(String hash, String text) -> policies.put(hash, text);
      case Arrival.PolicyActivated(String hash, Instant at, String receipt) -> onActivated(hash, at, receipt, now);
      case Arrival.NoMatter _ -> {
        // Never admitted.
      }
    }
  }

  private void onRequest(String key, Arrival.Asked asked, Admitted<Arrival> admitted, Instant now) {
    PhoneNumber number = DialDecisions.number(asked.reading());
    String tellUnder = key.isEmpty() ? asked.request().id() : key;
    String keepUnder = number == null ? NO_NUMBER + tellUnder : key;
    NumberState before = states.load(keepUnder);
    Step step = gate.on(asked.request(), asked.reading(), admitted.rekeyed(), before, around, now);
    states.save(keepUnder, before, step.next());
    if (!step.next().history().equals(before.history())) {
      noteOpened(keepUnder, step, now);
    }
    stale.look(step.facts(), now);
    voice.tell(tellUnder, step.facts(), now);
  }

  private void noteOpened(String number, Step step, Instant now) {
    var latest = step.next().history().answered().getLast();
    if (latest.allowance() != null) {
      open.add(number, now, latest.allowance().validUntil());
    }
  }

  private void onListed(PhoneNumber number, ListEvent event, @Nullable String receipt, Instant now) {
    String key = number.e164();
    NumberState before = states.load(key);
    if (before.entries().merge(event) instanceof Merged.Full) {
      acknowledge(receipt, key, ReceiptOutcome.REJECTED, 0, now);
      throw TooMany.entries();
    }
    Step step = gate.on(event, number, before, around, now);
    states.save(key, before, step.next());
    int recalls = voice.tell(key, step.facts(), now);
    acknowledge(receipt, key, outcome(!step.facts().isEmpty()), recalls, now);
  }

  /** Each by itself: where one is refused, the others are in force all the same. */
  private void onTogether(List<Arrival.Listed> each, Instant now) {
    List<PhoneNumber> refused = new ArrayList<>();
    for (Arrival.Listed one : each) {
      try {
        onListed(one.number(), one.event(), one.receipt(), now);
      } catch (RefusedRecord _) {
        refused.add(one.number());
      }
    }
    if (!refused.isEmpty()) {
      throw TooMany.entries(refused, each.size());
    }
  }

  private void onWide(Match.Wide match, ListEvent event, @Nullable String receipt, Instant now) {
    boolean changed = unlessRefused(() -> wide.merge(match, event), match.text(), receipt, now);
    int recalls = changed && event.change() == Change.ADDED ? reconsider(match::covers, now) : 0;
    acknowledge(receipt, match.text(), outcome(changed), recalls, now);
  }

  /** Whoever waits for a record that is refused is told so. */
  private boolean unlessRefused(BooleanSupplier deed, String subject, @Nullable String receipt, Instant now) {
    try {
      return deed.getAsBoolean();
    } catch (RefusedRecord refused) {
      acknowledge(receipt, subject, ReceiptOutcome.REJECTED, 0, now);
      throw refused;
    }
  }

  /** What was allowed before a block began is recalled when it begins; after a restart, whatever is in force now. */
  void recallBegun(Instant before, Instant now) {
    List<EmergencyBlock> begun = around.begun(before, now);
    if (!begun.isEmpty()) {
      reconsider(number -> begun.stream().anyMatch(block -> mayConcern(block.region(), number)), now);
    }
  }

  /** Its own country decides whose blocks it keeps; in which state it may be, only the request tells. */
  private boolean mayConcern(String region, PhoneNumber number) {
    String country = gate.atlas().whereabouts(number, Told.NOTHING).country();
    return country != null && region.startsWith(country);
  }

  private int reconsider(Predicate<PhoneNumber> which, Instant now) {
    var recalls = new AtomicInteger();
    open.numbers(now, key -> {
      var number = new PhoneNumber(key);
      if (which.test(number)) {
        NumberState before = states.load(key);
        Step step = gate.reconsider(number, before, around, now);
        states.save(key, before, step.next());
        recalls.addAndGet(voice.tell(key, step.facts(), now));
      }
    });
    return recalls.get();
  }

  private void onConsent(PhoneNumber number, Consent consent, String receipt, Instant now) {
    String key = number.e164();
    NumberState before = states.load(key);
    if (before.consents().merge(consent) instanceof NumberConsents.Merged.Full) {
      acknowledge(receipt, key, ReceiptOutcome.REJECTED, 0, now);
      throw TooMany.consents();
    }
    Step step = gate.on(consent, number, before, around, now);
    states.save(key, before, step.next());
    int recalls = voice.tell(key, step.facts(), now);
    acknowledge(receipt, key, outcome(!step.next().consents().equals(before.consents())), recalls, now);
  }

  private void onBlock(EmergencyBlock block, Instant at, String receipt, Instant now) {
    boolean changed = unlessRefused(() -> around.block(block, at), block.region(), receipt, now);
    int recalls = changed && !block.from().isAfter(now)
        ? reconsider(number -> mayConcern(block.region(), number), now)
        : 0;
    acknowledge(receipt, block.region(), outcome(changed), recalls, now);
  }

  private void onActivated(String hash, Instant at, String receipt, Instant now) {
    Optional<String> wrong = policies.activate(hash, at);
    acknowledge(receipt, hash, wrong.isPresent() ? ReceiptOutcome.REJECTED : ReceiptOutcome.APPLIED, 0, now);
    if (wrong.isPresent()) {
      throw new RefusedRecord(RejectionCode.BROKEN_DOCUMENT,
          "expected policy %s to be usable, but %s; the one before it stays in force: publish a document that can be read"
              .formatted(hash, wrong.get()));
    }
  }

  private void onOutcome(PhoneNumber number, String requestId, boolean dialled) {
    NumberState before = states.load(number.e164());
    states.save(number.e164(), before, gate.onOutcome(requestId, dialled, before).next());
  }

  private static ReceiptOutcome outcome(boolean changed) {
    return changed ? ReceiptOutcome.APPLIED : ReceiptOutcome.NOT_NEWER;
  }

  private void acknowledge(@Nullable String receipt, String subject, ReceiptOutcome outcome, int recalls, Instant now) {
    if (receipt != null) {
      voice.acknowledge(receipt, subject, outcome, recalls, now);
    }
  }
}
