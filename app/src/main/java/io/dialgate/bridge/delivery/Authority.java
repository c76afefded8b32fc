package io.dialgate.bridge.delivery;

import java.util.Map;

/** Shows a destination who calls. May be used by many threads at once. */
public interface Authority {

  /**
   * The headers that say so.
   *
   * @param body of the request
   * @throws NoAuthority if they cannot be had now
   */
  Map<String, String> headers(byte[] body) throws NoAuthority, InterruptedException;

  /** Those headers were refused: they are not to be given again. Says whether there may be others. */
  boolean refused(Map<String, String> headers);
}
