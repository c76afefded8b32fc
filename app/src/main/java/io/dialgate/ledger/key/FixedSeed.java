package io.dialgate.ledger.key;

import java.security.SecureRandom;

/**
 * Gives the platform's key generator the seed of a key that exists. A PKCS#8 file may carry the private key alone, and the
 * platform derives a public key nowhere but in its generator.
 */
final class FixedSeed extends SecureRandom {

  private static final long serialVersionUID = 1L;

  private final byte[] seed;

  FixedSeed(byte[] seed) {
    this.seed = seed.clone();
  }

  @Override
  public void nextBytes(byte[] bytes) {
    if (bytes.length != seed.length) {
      throw new IllegalStateException("expected to be asked for %d bytes, but got %d; report this platform's Java"
          .formatted(seed.length, bytes.length));
    }
    System.arraycopy(seed, 0, bytes, 0, seed.length);
  }
}
