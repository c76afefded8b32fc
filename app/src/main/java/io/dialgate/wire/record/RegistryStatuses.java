package io.dialgate.wire.record;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.policy.Circumstances.RegistryCopy;
import io.dialgate.schemas.RegistryStatus;

/** {@code registry-status}. */
public final class RegistryStatuses {

  private RegistryStatuses() {}

  /** How fresh a copy of a registry is. */
  public static Arrival read(RegistryStatus record, Numbering numbering) {
    return new Arrival.Imported(new RegistryCopy(Fields.text("registry", record.getRegistry()),
        Fields.text("area", record.getArea()), record.getAsOf()));
  }
}
