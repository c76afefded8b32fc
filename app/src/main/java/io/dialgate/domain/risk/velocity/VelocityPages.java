package io.dialgate.domain.risk.velocity;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the pages of all customers. A page is a few hundred bytes, at most a few thousand.
 *
 * <p>Keys begin with the customer (its length and its UTF-8 bytes), so that the pages of one customer lie together and on
 * the partition of its events. Neither keys nor pages may be changed once they were handed over, by either side.
 */
public interface VelocityPages {

  /** The page of a key; null if there is none. */
  byte @Nullable [] get(byte[] key);

  /** Keeps a page in place of what its key had. */
  void put(byte[] key, byte[] page);

  /** Forgets a page. It need not be there. */
  void delete(byte[] key);
}
