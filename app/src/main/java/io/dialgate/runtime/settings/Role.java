package io.dialgate.runtime.settings;

import java.util.List;
import java.util.Locale;

/** A part of Dialgate that can run in a process of its own: one topology, one Kafka Streams application id. */
public enum Role {
  /** Decides dial requests. */
  GATE,
  /** Scores transactions. */
  RISK,
  /** Copies every fact to the audit topic. */
  AUDIT;

  /** Its name in settings, topics and application ids. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
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
