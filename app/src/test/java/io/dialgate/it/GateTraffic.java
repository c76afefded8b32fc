package io.dialgate.it;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.wire.Topics;

/** People opt out and in, a registry and an operator add and remove, diallers ask, some of them twice. */
final class GateTraffic extends Traffic {

  /** Numbers that are asked for; those below {@link #NEVER_LISTED} are never put on a list. */
  static final int NUMBERS = 120;
  static final int NEVER_LISTED = 30;

  private final List<Asked> asked = new ArrayList<>();
  private final List<Told> told = new ArrayList<>();

  /** A request, as its dialler knows it. */
  record Asked(DialRequest request, Instant sentAt) {}

  /** An entry of a number: what can be added and removed. */
  record Entry(String number, String list) {}

  /**
   * A list event, as whoever told it knows it.
   *
   * @param receipted whether the gate acknowledges it
   * @param occurredAt of two events of one entry, the later wins
   */
  record Told(String id, Entry entry, boolean added, boolean receipted, Instant occurredAt, Instant sentAt,
      Instant acknowledgedAt) {}

  GateTraffic(Site site, long seed) {
    super(site, seed);
  }

  List<Asked> asked() {
    return asked;
  }

  List<Told> told() {
    return told;
  }

  @Override
  void step() {
    Sender sender = sender();
    switch (any(20)) {
      case 0, 1, 2 -> optOut(sender, true);
      case 3, 4 -> optOut(sender, false);
      case 5 -> delta(sender, any(2) == 0);
      case 6 -> hold(sender, any(2) == 0);
      case 7 -> askAgain(sender);
      default -> ask(sender);
    }
  }

  private void ask(Sender sender) {
    String number = Say.number(any(NUMBERS));
    DialRequest request = Say.request("request-" + asked.size(), number);
    asked.add(new Asked(request, Instant.now()));
    sender.send(Topics.DIAL_REQUESTS, number, request);
  }

  /** A dialler that got no answer yet, and repeats its question. */
  private void askAgain(Sender sender) {
    if (!asked.isEmpty()) {
      DialRequest request = asked.get(any(asked.size())).request();
      sender.send(Topics.DIAL_REQUESTS, request.getPhone(), request);
    }
  }

  private void optOut(Sender sender, boolean added) {
    String number = anyListed();
    String id = "wish-" + told.size();
    var event = added ? Say.optOut(id, number) : Say.optIn(id, number);
    Instant sentAt = Instant.now();
    sender.sendAndWait(Topics.OPT_OUT_DISPOSITIONS, number, event);
    told.add(new Told(id, new Entry(number, "internal"), added, true, event.getOccurredAt(), sentAt, Instant.now()));
  }

  private void delta(Sender sender, boolean added) {
    String number = anyListed();
    String id = "delta-" + told.size();
    var event = Say.delta(id, added ? ListAction.ADD : ListAction.REMOVE, number);
    Instant sentAt = Instant.now();
    sender.sendAndWait(Topics.REGISTRY_DELTAS, number, event);
    told.add(new Told(id, new Entry(number, "us-ftc"), added, false, event.getAsOf(), sentAt, Instant.now()));
  }

  private void hold(Sender sender, boolean added) {
    String number = anyListed();
    String id = "hold-" + told.size();
    var event = Say.operator(id, added ? OperatorActionKind.HOLD : OperatorActionKind.RELEASE, number);
    Instant sentAt = Instant.now();
    sender.sendAndWait(Topics.OPERATOR_ACTIONS, number, event);
    told.add(new Told(id, new Entry(number, "litigation"), added, true, event.getOccurredAt(), sentAt, Instant.now()));
  }

  private String anyListed() {
    return Say.number(NEVER_LISTED + any(NUMBERS - NEVER_LISTED));
  }
}
