package io.dialgate.domain.gate;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Atlas;
import io.dialgate.domain.place.Told;
import io.dialgate.domain.place.Whereabouts;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.Circumstances;
import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.DialRequest.Contact;

/** Puts together what a decision is made from. */
final class CaseFile {

  private CaseFile() {}

  static Case of(Atlas atlas, DialRequest request, Reading reading, NumberState state, Case.History history,
      Case.@Nullable Rekeyed rekeyed, Surroundings around, Instant now) {
    PhoneNumber number = number(reading);
    if (number == null) {
      return new Case(request, reading, Whereabouts.UNKNOWN, List.of(), List.of(), history, Circumstances.NONE, rekeyed,
          now);
    }
    Whereabouts where = atlas.whereabouts(number, told(request.contact()));
    return new Case(request, reading, where, BindingEntries.of(number, request, state, around, now),
        state.consents().standing(), history, around.circumstances(number, where, now), rekeyed, now);
  }

  private static Told told(Contact contact) {
    return contact.state() == null && contact.postalCode() == null && contact.zone() == null
        ? Told.NOTHING
        : new Told(contact.state(), contact.postalCode(), contact.zone());
  }

  private static @Nullable PhoneNumber number(Reading reading) {
    return switch (reading) {
      case Reading.Valid(PhoneNumber valid) -> valid;
      case Reading.Possible(PhoneNumber possible, var _) -> possible;
      case Reading.Unusable _ -> null;
    };
  }
}
