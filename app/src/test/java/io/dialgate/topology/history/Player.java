package io.dialgate.topology.history;

import java.time.Duration;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.ConsentKind;
import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.schemas.Outcome;
import io.dialgate.topology.story.GateStory;
import io.dialgate.topology.story.Person;
import io.dialgate.topology.story.Policy;
import io.dialgate.topology.story.Vandal;
import io.dialgate.topology.story.Vandal.Input;
import io.dialgate.wire.record.Policies;

/** Lets a deed happen in a story. */
final class Player {

  private final GateStory story;

  Player(GateStory story) {
    this.story = story;
  }

  /** Before anything happens: both policies are known, and one is in force. */
  void begin() {
    story.operator().publishes(Policy.STRICT);
    story.operator().activates(story.operator().publishes(Policy.SMALL));
  }

  void play(Deed deed) {
    switch (deed) {
      case Deed.Ask ask ->
        story.dialler("random").asks(ask.phone()).named(ask.id()).underKey(ask.key()).forBrand(ask.brand())
            .to(DialPurpose.valueOf(ask.purpose())).at(ask.at()).dialBy(ask.dialBy()).forCampaign(ask.campaign());
      case Deed.Say say -> say(say);
      case Deed.Agree agree -> story.person(agree.phone()).keyedBy(agree.key())
          .agrees(agree.leave() ? ConsentKind.PERMISSION : ConsentKind.REVOCATION, agree.brand(), event -> {
            event.setConsentId(agree.id());
            event.setOccurredAt(agree.at());
          });
      case Deed.Order order when order.block() ->
        story.operator().blocks(order.id(), order.region(), order.at(), order.from(), order.to());
      case Deed.Order order ->
        story.operator(order.id(), OperatorActionKind.EMERGENCY_RELEASE, order.region(), order.at());
      case Deed.Switch(boolean strict) ->
        story.operator().activates(Policies.hash(strict ? Policy.STRICT : Policy.SMALL));
      case Deed.Finish(String id, String phone, boolean dialled) ->
        story.dialler("random").finishes(id, phone, dialled ? Outcome.PLACED : Outcome.NOT_DIALLED);
      case Deed.Poison(int kind) -> poison(kind);
      case Deed.Tick(Duration time) -> story.after(time);
      case Deed.Restart() -> story.restart();
    }
  }

  private void say(Deed.Say say) {
    Person person = story.person(say.subject()).keyedBy(say.key());
    ListAction action = say.add() ? ListAction.ADD : ListAction.REMOVE;
    switch (say.source()) {
      case PERSON -> wish(person, say, MatchType.EXACT);
      case PREFIX -> wish(person, say, MatchType.PREFIX);
      case HASH -> wish(person, say, MatchType.HASH);
      case REGISTRY -> story.registry(say.list()).says(say.id(), action, say.subject(), say.at());
      case OPERATOR -> story.operator(say.id(), say.add() ? OperatorActionKind.HOLD : OperatorActionKind.RELEASE,
          say.subject(), say.at());
    }
  }

  private static void wish(Person person, Deed.Say say, MatchType match) {
    Consumer<OptOutDisposition> particulars = wish -> {
      wish.setEventId(say.id());
      wish.setMatchType(match);
      wish.setListId(say.list());
      wish.setReason(DncReason.valueOf(say.reason()));
      wish.setScope(say.scope());
      wish.setOccurredAt(say.at());
      wish.setExpiresAt(say.until());
    };
    if (say.add()) {
      person.optsOut(particulars);
    } else {
      person.optsIn(particulars);
    }
  }

  private void poison(int kind) {
    Vandal vandal = story.vandal();
    String number = Generator.NUMBERS.getFirst();
    byte @Nullable [] good = vandal.optOut(number);
    switch (kind) {
      case 0 -> vandal.writes(Input.OPT_OUTS, null, good);
      case 1 -> vandal.writes(Input.REQUESTS, number, null);
      case 2 -> vandal.writes(Input.OPT_OUTS, number, Vandal.truncated(good));
      case 3 -> vandal.writes(Input.REQUESTS, number, new byte[20_000]);
      case 4 -> vandal.writes(Input.OPT_OUTS, number, Vandal.ofUnknownSchema(good));
      default -> vandal.writes(Input.REQUESTS, number, vandal.request(number), story.now().plus(Duration.ofHours(2)));
    }
  }
}
