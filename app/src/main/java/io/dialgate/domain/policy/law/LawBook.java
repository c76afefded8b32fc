package io.dialgate.domain.policy.law;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that one policy document says.
 *
 * @param name what people call it, for example {@code standard}
 * @param hash its content hash: {@code sha256:} and 64 lower-case hex digits
 * @param provisions its rows, in the order of the document
 * @param calendars the holidays that its rows name, by their id
 * @param trust what of a dialler's knowledge removes what a number's digits allow
 * @param callTypes the kinds of call that its rows tell apart; a call of another kind is held to the rows of every kind
 * @param dialModes the ways of dialling that its rows tell apart; a call dialled otherwise is held to the rows of every way
 * @param channels the channels that its rows tell apart; a call on another is held to the rows of every channel
 */
public record LawBook(String name, String hash, List<Provision> provisions, Map<String, HolidayCalendar> calendars,
    Trust trust, Set<String> callTypes, Set<String> dialModes, Set<String> channels) {

  /** Keeps its own copies. */
  public LawBook {
    provisions = List.copyOf(provisions);
    calendars = Map.copyOf(calendars);
    callTypes = Set.copyOf(callTypes);
    dialModes = Set.copyOf(dialModes);
    channels = Set.copyOf(channels);
  }

  /** Whether a state, postal code or zone that a dialler knows takes the place of what the number allows. */
  public enum Trust {
    /** It adds to it: both are kept to. The default. */
    ADDS,
    /** It replaces it. */
    REPLACES
  }
}
