package io.dialgate.runtime;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.domain.risk.RiskModel;
import io.dialgate.domain.risk.RiskModels;
import io.dialgate.rules.DefaultModel;
import io.dialgate.rules.ModelDocuments;
import io.dialgate.topology.document.Documents;

/** Risk models of documents; the one that Dialgate comes with is built in. Safe for several threads. */
public final class RiskDocuments implements Documents<RiskModel> {

  private static final Logger LOG = LoggerFactory.getLogger(RiskDocuments.class);

  private final RiskModels models = new ModelDocuments();
  private final String text = new String(DefaultModel.document(), StandardCharsets.UTF_8);
  private final RiskModel builtIn = shipped();

  @Override
  public RiskModel builtIn() {
    return builtIn;
  }

  @Override
  public String builtInHash() {
    return builtIn.hash();
  }

  /** The built-in document counts as published: other thresholds can be based on it. */
  @Override
  public Read<RiskModel> read(String document, Function<String, Optional<String>> published) {
    return switch (models.read(document,
        hash -> hash.equals(builtIn.hash()) ? text : published.apply(hash).orElse(null))) {
      case RiskModels.Read.Usable(RiskModel model) -> new Read.Usable<>(model);
      case RiskModels.Read.Broken broken -> new Read.Broken<>(broken.faults());
    };
  }

  /** Transactions are scored all the same, and each assessment names the model that did it. */
  @Override
  public RiskModel missing(String hash, String why) {
    LOG.atError().addKeyValue("model", hash).addKeyValue("why", why)
        .log("The risk model in force cannot be read any more; the built-in one takes its place: publish another");
    return builtIn;
  }

  private RiskModel shipped() {
    return switch (models.read(text, _ -> null)) {
      case RiskModels.Read.Usable(RiskModel model) -> model;
      case RiskModels.Read.Broken broken -> throw new IllegalStateException(
          "expected the shipped model to be valid, but " + String.join("; ", broken.faults()));
    };
  }
}
