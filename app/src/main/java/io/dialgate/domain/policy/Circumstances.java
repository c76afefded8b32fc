package io.dialgate.domain.policy;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What holds for many numbers at once, as far as it can concern this one.
 *
 * @param registries how fresh our copies of the registries are
 * @param blocks the emergency blocks that operators have declared, past and to come ones included
 */
public record Circumstances(List<RegistryCopy> registries, List<EmergencyBlock> blocks) {

  /** No registry was ever imported, and no block declared. */
  public static final Circumstances NONE = new Circumstances(List.of(), List.of());

  /** Keeps its own copies. */
  public Circumstances {
    registries = List.copyOf(registries);
    blocks = List.copyOf(blocks);
  }

  /**
   * Our copy of a registry.
   *
   * @param registry for example {@code us-ftc}
   * @param area the area code that it covers, or {@code *} for all
   * @param asOf the moment up to which it is complete
   */
  public record RegistryCopy(String registry, String area, Instant asOf) {}

  /**
   * An operator's order not to call a region.
   *
   * @param id the action that declared it
   * @param region a country ({@code US}) or a state or province ({@code US-LA})
   * @param from the first instant of it
   * @param to the first instant after it; null: until it is released
   * @param because why
   */
  public record EmergencyBlock(String id, String region, Instant from, @Nullable Instant to, String because) {}
}
