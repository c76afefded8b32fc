package io.dialgate.cli.audit;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.schemas.ConsentEvent;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.wire.record.EntryEnvelope;

/**
 * Whether a fact is about a number: by its key or, where a producer chose another key, by what the fact says.
 *
 * @param e164 the number
 * @param region where a number without a country code is read
 */
record AboutNumber(Numbering numbering, String e164, String region) {

  boolean test(EntryEnvelope entry, @Nullable SpecificRecord fact) {
    return entry.subject().equals(e164) || switch (fact) {
      case DialDecision decision -> decision.getNumber().equals(e164);
      case OptOutDisposition wish -> isIt(wish.getPhone(), wish.getRegion());
      case ConsentEvent consent -> isIt(consent.getPhone(), region);
      case null, default -> false;
    };
  }

  private boolean isIt(String phone, @Nullable String where) {
    return switch (numbering.read(phone, where == null ? region : where)) {
      case Reading.Valid valid -> valid.number().e164().equals(e164);
      case Reading.Possible possible -> possible.number().e164().equals(e164);
      case Reading.Unusable _ -> false;
    };
  }
}
