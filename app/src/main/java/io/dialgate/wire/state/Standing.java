package io.dialgate.wire.state;

import java.time.Instant;

import io.dialgate.domain.policy.Circumstances.EmergencyBlock;
import io.dialgate.domain.policy.Circumstances.RegistryCopy;

/** One row of what holds for many numbers at once. */
public sealed interface Standing {

  /** The key under which it stands. */
  String key();

  /** How fresh a copy of a registry is. */
  record Copy(RegistryCopy copy) implements Standing {

    @Override
    public String key() {
      return "registry/" + copy.registry() + "/" + copy.area();
    }
  }

  /** An emergency block, and when it was declared. */
  record Block(EmergencyBlock block, Instant at) implements Standing {

    @Override
    public String key() {
      return "block/" + block.id();
    }
  }

  /** The end of every block of a region that was declared until {@code at}. */
  record Release(String region, Instant at) implements Standing {

    @Override
    public String key() {
      return "release/" + region;
    }
  }

  /** A policy document. */
  record Document(String hash, String text) implements Standing {

    @Override
    public String key() {
      return key(hash);
    }

    /** The key of the document with this hash. */
    public static String key(String hash) {
      return "policy/" + hash;
    }
  }

  /** Which policy is in force, and since when. */
  record Active(String hash, Instant at) implements Standing {

    /** There is one row of it. */
    public static final String KEY = "active";

    @Override
    public String key() {
      return KEY;
    }
  }
}
