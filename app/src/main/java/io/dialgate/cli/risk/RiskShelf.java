package io.dialgate.cli.risk;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.RiskModel;
import io.dialgate.runtime.Refused;
import io.dialgate.runtime.RiskDocuments;
import io.dialgate.runtime.client.PolicyLog;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.PolicyActivation;
import io.dialgate.topology.document.Documents.Read;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.RiskModels;

/** The risk models that were published, for verbs that ask a broker. */
final class RiskShelf {

  private final RiskDocuments documents = new RiskDocuments();
  private final PolicyLog log;

  private RiskShelf(PolicyLog log) {
    this.log = log;
  }

  /** Reads {@code risk-models} to its end. */
  static RiskShelf read(Settings settings, Cluster cluster) {
    return new RiskShelf(PolicyLog.read(settings, cluster, Topics.RISK_MODELS));
  }

  PolicyLog log() {
    return log;
  }

  /** When models were put in force, or in shadow. */
  PolicyLog used(boolean shadow) {
    return log.usedFor(shadow ? RiskModels.SHADOW : null);
  }

  /** The model in force now. */
  RiskModel inForce() {
    return used(false).activations().isEmpty() ? documents.builtIn() : model(used(false).activations().getLast());
  }

  /** The model that was put to use; the built-in one needs no document. */
  RiskModel model(PolicyActivation activation) {
    return find(activation.getHash()).orElseThrow(() -> new Refused(
        "expected model %s to be published, but it is not; publish it".formatted(activation.getHash())));
  }

  RiskModel builtIn() {
    return documents.builtIn();
  }

  /** A model by its hash. */
  Optional<RiskModel> find(String hash) {
    return hash.equals(documents.builtInHash())
        ? Optional.of(documents.builtIn())
        : log.text(hash).map(text -> model(text, hash));
  }

  /**
   * What a document says, which may build on another.
   *
   * @param name what faults call it
   * @throws Refused with every fault, a line each
   */
  RiskModel model(String text, @Nullable String name) {
    return switch (documents.read(text, log::text)) {
      case Read.Usable<RiskModel>(RiskModel model) -> model;
      case Read.Broken<RiskModel> broken -> throw new Refused(
          "expected %s to be a risk model, but%n%s".formatted(name, String.join("%n".formatted(), broken.faults())));
    };
  }
}
