package io.dialgate.wire.record;

import io.dialgate.schemas.CustomerProfile;

/** {@code customer-profiles}. */
public final class CustomerProfiles {

  private CustomerProfiles() {}

  /** The customer's tier. Which tiers there are is the model's to say: one that it does not know is none. */
  public static RiskArrival read(CustomerProfile record) {
    return new RiskArrival.Profiled(Fields.id("customerId", record.getCustomerId()),
        Fields.text("tier", record.getTier()));
  }
}
