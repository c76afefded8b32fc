package io.dialgate.runtime.settings;

import java.util.List;
import java.util.Locale;

/** A part of Dialgate that can run in a process of its own: one topology, one Kafka Streams application id; or the bridges. */
public enum Role {
  /** Decides dial requests. */
  GATE,
  /** Scores transactions. */
  RISK,
  /** Copies every fact to the audit topic. */
  AUDIT,
  /** Tells platforms what was decided: no topology, but consumers of their own. */
  BRIDGE;

  /** Its name in settings, topics and application ids. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is a topology, and so a Kafka Streams application. */
  public boolean hasTopology() {
    return this != BRIDGE;
  }

  /** All of them. */
  public static List<Role> available() {
    return List.of(values());
  }

  /**
   * The role of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Role of(String id) {
    return available().stream().filter(role -> role.id().equals(id)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id));
  }

  @Override
  public String toString() {
    return id();
  }
}
