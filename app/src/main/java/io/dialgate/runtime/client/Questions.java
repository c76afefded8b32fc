package io.dialgate.runtime.client;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;

/** More questions than memory holds: each is made when it is sent, and forgotten when it is answered. */
public interface Questions {

  /** The next one, its phone in E.164, under which it is sent; null if there is none. */
  @Nullable
  DialRequest next();

  /**
   * Hears a decision, of whatever dialler.
   *
   * @return whether it is the first answer to a question that {@link #next} made
   */
  boolean hear(DialDecision decision);

  /**
   * Everything was heard that was decided before these offsets, by partition: whoever begins there later misses nothing.
   */
  void heardUpTo(Map<Integer, Long> offsets);
}
