package io.dialgate.lists;

import java.time.Instant;
import java.util.List;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.lists.layout.Digits;
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

  /** The record for one change of a number, given as its E.164 digits. */
  public RegistryDelta record(long number, Change change, Instant at) {
    return record(List.of(Digits.e164(number)), change, at);
  }

  /** The record for one change of these numbers, given in E.164. */
  public RegistryDelta record(List<String> phones, Change change, Instant at) {
    String id = registry + ":" + digest.substring(0, DIGEST_DIGITS);
    ListAction action = change == Change.ADDED ? ListAction.ADD : ListAction.REMOVE;
    // The gate gives each number of several the id that it would have alone.
    return phones.size() == 1
        ? new RegistryDelta(id + ":" + phones.getFirst(), registry, action, phones.getFirst(), at, List.of())
        : new RegistryDelta(id, registry, action, "", at, phones);
  }

  /** What a record is keyed by. */
  public static String key(RegistryDelta record) {
    return record.getPhones().isEmpty() ? record.getPhone() : record.getPhones().getFirst();
  }
}
