package io.dialgate.domain.dnc;

import org.jspecify.annotations.Nullable;

/** Whom an entry binds. */
public sealed interface Scope {

  /** Everybody who calls through this gate. */
  record All() implements Scope {}

  /** One brand. */
  record Brand(String name) implements Scope {}

  /** One campaign. */
  record Campaign(String id) implements Scope {}

  /**
   * Reads {@code all}, {@code brand:x} or {@code campaign:y}; absent means all.
   *
   * @throws IllegalArgumentException if the text is none of these
   */
  static Scope parse(@Nullable String text) {
    if (text == null || text.equals("all")) {
      return new All();
    }
    if (text.startsWith("brand:") && text.length() > "brand:".length()) {
      return new Brand(text.substring("brand:".length()));
    }
    if (text.startsWith("campaign:") && text.length() > "campaign:".length()) {
      return new Campaign(text.substring("campaign:".length()));
    }
    throw new IllegalArgumentException(
        "expected a scope of the form all, brand:x or campaign:y, but got '%s'; correct it or leave it out"
            .formatted(text));
  }

  /** Whether an entry of this scope binds a call that this brand (null: none) and campaign would make. */
  default boolean binds(@Nullable String brand, String campaign) {
    return switch (this) {
      case All() -> true;
      case Brand(String name) -> name.equals(brand);
      case Campaign(String id) -> id.equals(campaign);
    };
  }

  /** The form that {@link #parse} reads. */
  default String text() {
    return switch (this) {
      case All() -> "all";
      case Brand(String name) -> "brand:" + name;
      case Campaign(String id) -> "campaign:" + id;
    };
  }
}
