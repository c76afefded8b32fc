package io.dialgate.topology.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import io.dialgate.domain.policy.MissingPolicy;
import io.dialgate.domain.policy.Policy;
import io.dialgate.domain.policy.PolicyDocuments;
import io.dialgate.topology.document.Documents;

/**
 * The gate's documents.
 *
 * @param documents reads them
 * @param requestMaxAge how old a request may be
 * @param builtIn what is in force until a policy is published
 */
record Policies(PolicyDocuments documents, Duration requestMaxAge, Policy builtIn) implements Documents<Policy> {

  @Override
  public String builtInHash() {
    return builtIn.hash();
  }

  @Override
  public Read<Policy> read(String text, Function<String, Optional<String>> published) {
    return switch (documents.read(text, requestMaxAge)) {
      case PolicyDocuments.Read.Usable(Policy policy) -> new Read.Usable<>(policy);
      case PolicyDocuments.Read.Broken broken -> new Read.Broken<>(broken.faults());
    };
  }

  /** Nobody may be called. */
  @Override
  public Policy missing(String hash, String why) {
    return MissingPolicy.of(hash, "policy %s is to be in force, but %s".formatted(hash, why));
  }
}
