package io.dialgate.domain.risk;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Makes risk models of documents. Implementations are pure and safe for several threads. */
@FunctionalInterface
public interface RiskModels {

  /**
   * Reads a document.
   *
   * @param text its exact text
   * @param published the exact text of a published document by its hash, null if there is none: where a document changes
   * only the thresholds of another, that one is looked for here
   */
  Read read(String text, Function<String, @Nullable String> published);

  /** What a document turned out to be. */
  sealed interface Read {

    /** A model, under the content hash of its document. */
    record Usable(RiskModel model) implements Read {}

    /** No model, and why: each fault a sentence. */
    record Broken(List<String> faults) implements Read {

      /** Keeps its own copy. */
      public Broken {
        faults = List.copyOf(faults);
      }
    }
  }
}
