package io.dialgate.domain.policy;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.place.Whereabouts;

/**
 * All that a decision is made from, the policy apart. The same case under the same policy gives the same decision, at any
 * time and on any machine: there is no other input.
 *
 * @param request the request as it came
 * @param reading what its number turned out to be
 * @param where where the phone may be
 * @param entries the entries that bind at {@code now}: the number's own, and the prefixes and hashes that cover it
 * @param consents what the person agreed to, as far as the gate knows, expired and revoked consents included
 * @param history what the gate remembers of earlier requests for the number
 * @param circumstances what holds for many numbers, as far as it can concern this one
 * @param rekeyed where the record came from, if its key or partition was wrong; null if both were right
 * @param now the gate's clock, in microseconds
 */
public record Case(DialRequest request, Reading reading, Whereabouts where, List<ListEvent> entries,
    List<Consent> consents, History history, Circumstances circumstances, @Nullable Rekeyed rekeyed, Instant now) {

  /**
   * What the gate remembers of earlier requests, as far as a decision depends on it.
   *
   * @param earlier when a request with the same id and other content was answered; null if there was none
   * @param openAllowances how many allowances of the number are open
   * @param attempts the latest times that the number was allowed to be dialled, oldest first, at most
   *     {@value #MAX_ATTEMPTS}; where there are so many, older ones may have been forgotten
   */
  public record History(@Nullable Instant earlier, int openAllowances, List<Attempt> attempts) {

    /** The most attempts of a number that are remembered: no cap can be higher. */
    public static final int MAX_ATTEMPTS = 64;

    /** A number that was not asked for before. */
    public static final History NONE = new History(null, 0, List.of());

    /** Keeps its own copy. */
    public History {
      attempts = List.copyOf(attempts);
    }
  }

  /** The case of a new request for the same number at another time, when nothing else has changed. */
  public Case askedAgainAt(Instant then) {
    return new Case(request.askedAgainAt(then), reading, where, entries, consents,
        new History(null, history.openAllowances, history.attempts), circumstances, rekeyed, then);
  }

  /** Where a record was found that should have been elsewhere. */
  public record Rekeyed(String topic, int partition, long offset) {}
}
