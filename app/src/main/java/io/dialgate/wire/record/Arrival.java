package io.dialgate.wire.record;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.policy.Circumstances.EmergencyBlock;
import io.dialgate.domain.policy.Circumstances.RegistryCopy;
import io.dialgate.domain.policy.DialRequest;

/** What a record on one of the gate's inputs says, as a domain value. */
public sealed interface Arrival {

  /** It concerns one number, and one task. */
  sealed interface OfOneNumber extends Arrival {}

  /** Somebody wants to call. */
  record Asked(DialRequest request, Reading reading) implements OfOneNumber {}

  /**
   * An entry of one number changed.
   *
   * @param receipt the event's id, if somebody waits to hear that it is in force; null for a registry's deltas
   */
  record Listed(PhoneNumber number, ListEvent event, @Nullable String receipt) implements OfOneNumber {}

  /** Entries of several numbers changed, which should all lie on one partition. */
  record ListedTogether(List<Listed> each) implements Arrival {

    /** The keys, in their order. */
    public Stream<String> keys() {
      return each.stream().map(one -> one.number().e164());
    }
  }

  /** An entry changed that can cover numbers of every partition. */
  record ListedWide(Match.Wide match, ListEvent event, @Nullable String receipt) implements Arrival {}

  /**
   * A person agreed to something, or takes it back.
   *
   * @param receipt the event's id
   */
  record Agreed(PhoneNumber number, Consent consent, String receipt) implements OfOneNumber {}

  /**
   * A dialler tells what became of a call.
   *
   * @param dialled whether it was placed
   */
  record Finished(PhoneNumber number, String requestId, boolean dialled) implements OfOneNumber {}

  /**
   * An operator declares an emergency block.
   *
   * @param at when it was declared
   */
  record Blocked(EmergencyBlock block, Instant at, String receipt) implements Arrival {}

  /** An operator ends the emergency blocks of a region that were declared before {@code at}. */
  record Unblocked(String region, Instant at, String receipt) implements Arrival {}

  /** A registry was imported. */
  record Imported(RegistryCopy copy, String receipt) implements Arrival {}

  /** A policy document is published; its bytes have this hash. */
  record PolicyTold(String hash, String text) implements Arrival {}

  /** A published policy is to be in force from here on. */
  record PolicyActivated(String hash, Instant at, String receipt) implements Arrival {}

  /** A record of the topic that is no matter of the gate's. */
  record NoMatter() implements Arrival {}
}
