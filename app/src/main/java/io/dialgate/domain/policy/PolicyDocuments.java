package io.dialgate.domain.policy;

import java.time.Duration;
import java.util.List;

/** Makes policies of documents. Implementations are pure and safe for several threads. */
@FunctionalInterface
public interface PolicyDocuments {

  /** Knows no document. */
  PolicyDocuments NONE = (text, requestMaxAge) -> new Read.Broken(
      List.of("expected no policy documents here, but got one"));

  /**
   * Reads a document.
   *
   * @param text its exact text
   * @param requestMaxAge how old a request may be
   */
  Read read(String text, Duration requestMaxAge);

  /** What a document turned out to be. */
  sealed interface Read {

    /** A policy, under the content hash of its document. */
    record Usable(Policy policy) implements Read {}

    /** No policy, and why: each fault a sentence. */
    record Broken(List<String> faults) implements Read {

      /** Keeps its own copy. */
      public Broken {
        faults = List.copyOf(faults);
      }
    }
  }
}
