package io.dialgate.domain.policy.law;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.policy.Circumstances.RegistryCopy;
import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.FindingCode;

/** Is our copy of the registry fresh enough? Who is exempt from it need not ask. */
final class RegistryCheck implements Check<Measure.FreshRegistry> {

  @Override
  public void examine(Provision provision, Measure.FreshRegistry measure, Situation situation,
      Consumer<Finding> found) {
    Optional<Instant> asOf = situation.call().circumstances().registries().stream()
        .filter(copy -> copy.registry().equals(measure.registry())).map(RegistryCopy::asOf)
        .max(Comparator.naturalOrder());
    Instant oldest = situation.call().now().atOffset(ZoneOffset.UTC).minus(measure.maxAge()).toInstant();
    if (asOf.isPresent() && !asOf.get().isBefore(oldest)) {
      return;
    }
    if (!Exemptions.holds(Reason.NATIONAL_DNC, situation)) {
      found.accept(new Finding(FindingCode.REGISTRY_STALE, provision.citation().text(),
          asOf.map(at -> "our copy of %s is of %s".formatted(measure.registry(), at))
              .orElseGet(() -> "there is no copy of " + measure.registry())
              + ", and may be %s old (%s)".formatted(measure.maxAge(), provision.region()),
          measure.registry(), null));
    }
  }
}
