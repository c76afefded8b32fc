package io.dialgate.wire.record;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;

/** The number of a record that is about one. */
final class Numbers {

  private Numbers() {}

  /**
   * The number, valid or only possible: an opt-out is never refused because metadata lags behind a numbering plan.
   *
   * @throws RefusedRecord if it cannot be a number at all
   */
  static PhoneNumber listed(String text, String region, Numbering numbering) {
    return switch (numbering.read(Fields.phone(text), region)) {
      case Reading.Valid(PhoneNumber number) -> number;
      case Reading.Possible(PhoneNumber number, var _) -> number;
      case Reading.Unusable(String why) -> throw new RefusedRecord(RejectionCode.UNUSABLE_NUMBER,
          "expected phone to be a number, but got %s (%s); correct it and send it again".formatted(
              PhoneNumber.mask(text),
              why));
    };
  }
}
