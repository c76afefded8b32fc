package io.dialgate.runtime.registry;

import java.util.List;

import io.dialgate.lists.Plan;
import io.dialgate.schemas.RegistryStatus;

/** How an import ended. */
public sealed interface ImportResult {

  /** All of it is in force. */
  record Done(Plan plan) implements ImportResult {}

  /** Nothing was published: this is what would be. */
  record WouldBe(Plan plan) implements ImportResult {}

  /** The very same files are in force already. */
  record AlreadyIn(List<RegistryStatus> copies) implements ImportResult {}
}
