package io.dialgate.topology.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a shelf's documents say.
 *
 * @param <D> what a document says
 */
public interface Documents<D> {

  /** What is in force until a document is put in force. */
  D builtIn();

  /** The hash that names it. */
  String builtInHash();

  /**
   * Reads the exact text of a document.
   *
   * @param published the text of another document by its hash, for one that builds on it
   */
  Read<D> read(String text, Function<String, Optional<String>> published);

  /** What is in force if the document that is to be cannot be read any more, as may happen with another version. */
  D missing(String hash, String why);

  /**
   * What a document turned out to be.
   *
   * @param <D> what a document says
   */
  sealed interface Read<D> {

    /** It can be put in force. */
    record Usable<D>(D document) implements Read<D> {}

    /** It cannot, and why: each fault a sentence. */
    record Broken<D>(List<String> faults) implements Read<D> {

      /** Keeps its own copy. */
      public Broken {
        faults = List.copyOf(faults);
      }

      /** All faults in one line. */
      public String told() {
        return String.join("; ", faults);
      }
    }
  }
}
