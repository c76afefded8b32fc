package io.dialgate.topology.risk;

import java.util.Optional;
import java.util.function.Function;

import io.dialgate.domain.risk.RiskModel;
import io.dialgate.topology.document.Documents;

/**
 * The same documents, for the model that is computed in shadow: at first there is none, and there is none again when nothing is
 * put in force.
 *
 * @param models reads them
 */
record ShadowModels(Documents<RiskModel> models) implements Documents<Optional<RiskModel>> {

  @Override
  public Optional<RiskModel> builtIn() {
    return Optional.empty();
  }

  @Override
  public String builtInHash() {
    return "";
  }

  @Override
  public Read<Optional<RiskModel>> read(String text, Function<String, Optional<String>> published) {
    return switch (models.read(text, published)) {
      case Read.Usable<RiskModel>(RiskModel model) -> new Read.Usable<>(Optional.of(model));
      case Read.Broken<RiskModel> broken -> new Read.Broken<>(broken.faults());
    };
  }

  @Override
  public Optional<RiskModel> missing(String hash, String why) {
    return Optional.empty();
  }
}
