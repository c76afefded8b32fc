package io.dialgate.rules;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.RiskModels;

/** Risk models of documents. */
public final class ModelDocuments implements RiskModels {

  private final ModelReader reader = new ModelReader();

  @Override
  public Read read(String text, Function<String, @Nullable String> published) {
    try {
      return new Read.Usable(reader.read(text.getBytes(StandardCharsets.UTF_8), "model", published));
    } catch (BrokenDocument e) {
      return new Read.Broken(e.faults().stream().map(Fault::text).toList());
    }
  }
}
