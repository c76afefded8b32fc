package io.dialgate.topology.story;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.ConsentEvent;
import io.dialgate.schemas.ConsentKind;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.wire.Topics;

/** A person who wishes to be called, or not. */
public record Person(GateStory story, String phone, String key) {

  /** Does not want to be called any more. Gives the event's id. */
  public String optsOut() {
    return optsOut(wish -> {});
  }

  /** With particulars: a scope, an expiry, another list. */
  public String optsOut(Consumer<OptOutDisposition> particulars) {
    return says(ListAction.ADD, particulars);
  }

  /** Takes it back. */
  public String optsIn() {
    return optsIn(wish -> {});
  }

  public String optsIn(Consumer<OptOutDisposition> particulars) {
    return says(ListAction.REMOVE, particulars);
  }

  /** Is heard by a producer that keys the record by something else than the number. */
  public Person keyedBy(String other) {
    return new Person(story, phone, other);
  }

  /** The phone is a prefix such as {@code +1900}: everybody whose number begins so. */
  public String blocksPrefix(Consumer<OptOutDisposition> particulars) {
    return optsOut(particulars.andThen(wish -> wish.setMatchType(MatchType.PREFIX)));
  }

  /** The phone is a hash: whoever has a number with it. */
  public String blocksHash(Consumer<OptOutDisposition> particulars) {
    return optsOut(particulars.andThen(wish -> wish.setMatchType(MatchType.HASH)));
  }

  /** Agrees to be called, by this brand or by all, or takes it back. Gives the event's id. */
  public String agrees(ConsentKind kind, @Nullable String brand, Consumer<ConsentEvent> particulars) {
    var event = ConsentEvent.newBuilder().setConsentId(story.newName("consent")).setPhone(phone).setKind(kind)
        .setBrand(brand).setOccurredAt(story.now()).setEvidence("recording").build();
    particulars.accept(event);
    story.send(Topics.CONSENTS, key, event);
    return event.getConsentId();
  }

  /** Takes back whatever was agreed to. */
  public String revokes() {
    return agrees(ConsentKind.REVOCATION, null, event -> {});
  }

  private String says(ListAction action, Consumer<OptOutDisposition> particulars) {
    var wish = OptOutDisposition.newBuilder().setEventId(story.newName("wish")).setAction(action).setPhone(phone)
        .setReason(DncReason.CUSTOMER_REQUEST).setMatchType(MatchType.EXACT).setSource("web").setAddedBy("form")
        .setOccurredAt(story.now()).build();
    particulars.accept(wish);
    story.send(Topics.OPT_OUT_DISPOSITIONS, key, wish);
    return wish.getEventId();
  }
}
