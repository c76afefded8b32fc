package io.dialgate.bridge.delivery;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pauses {

  /** Returns after that time. */
  void pause(Duration duration) throws InterruptedException;
}
