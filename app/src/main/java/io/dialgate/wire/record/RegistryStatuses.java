package io.dialgate.wire.record;

import io.dialgate.domain.phone.Numbering;
import io.dialgate.domain.policy.Circumstances.RegistryCopy;
import io.dialgate.schemas.RegistryStatus;

/** {@code registry-status}. */
public final class RegistryStatuses {

  private RegistryStatuses() {}

  /** The id under which tasks acknowledge that they know of a copy. */
  public static String receipt(RegistryStatus record) {
    return "registry:%s/%s@%s".formatted(record.getRegistry(), record.getArea(), record.getAsOf());
  }

  /** The key of a status: one for each registry and area. */
  public static String key(RegistryStatus record) {
    return record.getRegistry() + "/" + record.getArea();
  }

  /** How fresh a copy of a registry is. */
  public static Arrival read(RegistryStatus record, Numbering numbering) {
    return new Arrival.Imported(new RegistryCopy(Fields.text("registry", record.getRegistry()),
        Fields.text("area", record.getArea()), record.getAsOf()), receipt(record));
  }
}
