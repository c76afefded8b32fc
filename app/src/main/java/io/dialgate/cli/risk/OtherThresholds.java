package io.dialgate.cli.risk;

import java.util.Map;

import io.dialgate.cli.shell.Output;
import io.dialgate.domain.risk.RiskModel;
import io.dialgate.runtime.Refused;

/** A document that gives a model other thresholds, and leaves the rest of it as it is. */
final class OtherThresholds {

  private OtherThresholds() {}

  /**
   * The document's text. It is based on the model's own base, if that has one: such documents do not pile up.
   *
   * @throws Refused if the model knows no such category
   */
  static String document(RiskModel model, Map<String, Integer> changed) {
    Map<String, Integer> thresholds = RiskModelWords.thresholds(model);
    changed.forEach((category, threshold) -> {
      if (thresholds.replace(category, threshold) == null) {
        throw new Refused(
            "expected --thresholds to name categories of the model in force (%s), but got '%s'; correct it"
                .formatted(String.join(", ", thresholds.keySet()), Output.plain(category)));
      }
    });
    var text = new StringBuilder("format: 1%nmodel: %s%nbase: %s%nthresholds:%n".formatted(model.name(),
        model.basedOn() == null ? model.hash() : model.basedOn()));
    thresholds.forEach((category, threshold) -> text.append("  %s: %d%n".formatted(category, threshold)));
    return text.toString();
  }
}
