package io.dialgate.cli.demo;

import java.util.Map;

/** Whoever tells the story: the verb, to a person or to a program. */
public interface Narrator {

  /**
   * Tells one thing.
   *
   * @param document the same for a program
   * @param words for a person; picocli's markup is colour
   */
  void tell(Map<String, ?> document, String words);

  /** Tells what is going on while nothing can be told yet. */
  void progress(String words);
}
