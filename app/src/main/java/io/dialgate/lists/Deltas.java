package io.dialgate.lists;

import java.time.Instant;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.lists.layout.Digits;
import io.dialgate.lists.merge.Pairs;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.RegistryDelta;

/**
 * The deltas of a plan as records. The same number of the same files is the same event, however often they are imported.
 *
 * @param registry the registry
 * @param digest of the files
 */
public record Deltas(String registry, String digest) {

  /** Hex digits of the digest that an event's id has: it is at most 128 bytes long, and a registry's name 64. */
  private static final int DIGEST_DIGITS = 32;

  /** The record for the pair at which the deltas stand. */
  public RegistryDelta record(Pairs deltas) {
    return record(deltas.number(), Moment.change(deltas.payload()), Moment.at(deltas.payload()));
  }

  /** The record for one change of a number, given as its E.164 digits. */
  public RegistryDelta record(long number, Change change, Instant at) {
    String phone = Digits.e164(number);
    return new RegistryDelta(registry + ":" + digest.substring(0, DIGEST_DIGITS) + ":" + phone, registry,
        change == Change.ADDED ? ListAction.ADD : ListAction.REMOVE, phone, at);
  }
}
