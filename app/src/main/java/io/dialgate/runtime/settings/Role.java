package io.dialgate.runtime.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A part of Dialgate that can run in a process of its own: one topology, one Kafka Streams application id. */
public enum Role {
  /** Decides dial requests. */
  GATE(true),
  /** Scores transactions. Its name is reserved: this version has no such topology. */
  RISK(false),
  /** Copies every fact to the audit topic. */
  AUDIT(true);

  private final boolean available;

  Role(boolean available) {
    this.available = available;
  }

  /** Its name in settings, topics and application ids. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Those that this version can run. */
  public static List<Role> available() {
    return Arrays.stream(values()).filter(role -> role.available).toList();
  }

  /**
   * The role of that name.
   *
   * @throws IllegalArgumentException if there is none, or this version cannot run it
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
