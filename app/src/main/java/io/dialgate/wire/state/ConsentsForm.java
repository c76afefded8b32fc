package io.dialgate.wire.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

import io.dialgate.domain.consent.Consent;
import io.dialgate.domain.consent.Consent.Kind;
import io.dialgate.domain.consent.NumberConsents;

/** What a person agreed to. */
final class ConsentsForm implements Form<NumberConsents> {

  @Override
  public void write(NumberConsents consents, BinaryEncoder out) throws IOException {
    out.writeInt(consents.standing().size());
    for (Consent one : consents.standing()) {
      out.writeString(one.id());
      out.writeInt(code(one.kind()));
      Fields.text(one.brand(), out);
      Fields.time(one.occurredAt(), out);
      Fields.optionalTime(one.expiresAt(), out);
      out.writeString(one.evidence());
    }
  }

  @Override
  public NumberConsents read(BinaryDecoder in) throws IOException {
    int size = in.readInt();
    List<Consent> standing = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      standing.add(new Consent(in.readString(), kind(in.readInt()), Fields.text(in), Fields.time(in),
          Fields.optionalTime(in), in.readString()));
    }
    return new NumberConsents(standing);
  }

  private static int code(Kind kind) {
    return switch (kind) {
      case PERMISSION -> 0;
      case EBR_PURCHASE -> 1;
      case EBR_INQUIRY -> 2;
      case REVOCATION -> 3;
    };
  }

  private static Kind kind(int code) throws IOException {
    return switch (code) {
      case 0 -> Kind.PERMISSION;
      case 1 -> Kind.EBR_PURCHASE;
      case 2 -> Kind.EBR_INQUIRY;
      case 3 -> Kind.REVOCATION;
      default -> throw new IOException("expected a kind of consent from 0 to 3, but got " + code);
    };
  }
}
