package io.dialgate.topology.history;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** One step of a history. All times are absolute, so that a deed means the same when others around it are left out. */
sealed interface Deed {

  /** Where a list event comes from. */
  enum Source {
    PERSON, REGISTRY, OPERATOR, PREFIX, HASH
  }

  /** Somebody wants to call. A key other than the number is a producer's mistake. */
  record Ask(String id, String phone, String key, String campaign, @Nullable String brand, String purpose, Instant at,
      @Nullable Instant dialBy) implements Deed {}

  /** An entry goes on a list, or off it. The subject is a number, a prefix or a hash. */
  record Say(Source source, String id, boolean add, String subject, String key, String list, String reason,
      String scope,
      Instant at, @Nullable Instant until) implements Deed {

    boolean wide() {
      return source == Source.PREFIX || source == Source.HASH;
    }
  }

  /** The person of a number agrees, or takes it back. */
  record Agree(String id, boolean leave, String phone, String key, @Nullable String brand, Instant at)
      implements
        Deed {}

  /** An operator blocks a region, or releases it. */
  record Order(String id, boolean block, String region, Instant at, Instant from, @Nullable Instant to)
      implements
        Deed {}

  /** Another policy is in force from here on: the one that asks for consent, or the one that counts attempts. */
  record Switch(boolean strict) implements Deed {}

  /** A dialler tells what became of a call. */
  record Finish(String id, String phone, boolean dialled) implements Deed {}

  /** Somebody writes what nobody can read. */
  record Poison(int kind) implements Deed {}

  /** Time passes. */
  record Tick(Duration time) implements Deed {}

  /** The application starts again from its changelogs. */
  record Restart() implements Deed {}
}
