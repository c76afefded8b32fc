package io.dialgate.runtime.registry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.dialgate.runtime.client.WholeTopic;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.runtime.settings.Settings.Cluster;
import io.dialgate.schemas.RegistryStatus;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.RegistryStatuses;

/**
 * What copies of registries we have.
 *
 * @param latest what was told last of each, by registry and area
 */
public record RegistryCopies(Map<String, RegistryStatus> latest) {

  /** Reads {@code registry-status} to its end. */
  public static RegistryCopies read(Settings settings, Cluster cluster) {
    Map<String, RegistryStatus> latest = new TreeMap<>();
    try (var all = new WholeTopic<>(settings, cluster, Topics.REGISTRY_STATUS, RegistryStatus.class)) {
      all.forEach(status -> latest.put(RegistryStatuses.key(status), status));
    }
    return new RegistryCopies(latest);
  }

  /** Those of one registry, by area. */
  public Map<String, RegistryStatus> of(String registry) {
    Map<String, RegistryStatus> copies = new TreeMap<>();
    all().stream().filter(copy -> copy.getRegistry().equals(registry))
        .forEach(copy -> copies.put(copy.getArea(), copy));
    return copies;
  }

  /** All of them, by registry and area. */
  public List<RegistryStatus> all() {
    return List.copyOf(latest.values());
  }
}
