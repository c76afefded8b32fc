package io.dialgate.http;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;

/** A number that a caller names. */
final class NumberField {

  private NumberField() {}

  /** The number, if it can be one: a list takes what a numbering plan does not know yet. */
  static PhoneNumber read(Numbering numbering, String field, String text, String region) {
    return switch (numbering.read(text, region)) {
      case Reading.Valid(PhoneNumber number) -> number;
      case Reading.Possible(PhoneNumber number, var _) -> number;
      case Reading.Unusable(String why) -> throw Refusal.field(field, "a phone number",
          "%s (%s)".formatted(PhoneNumber.mask(text), why));
    };
  }
}
