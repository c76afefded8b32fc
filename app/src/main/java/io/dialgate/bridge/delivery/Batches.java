package io.dialgate.bridge.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import io.dialgate.bridge.platform.Kind;
import io.dialgate.bridge.platform.Operation;
import io.dialgate.bridge.platform.Profile;

/** Which items go into one request. */
final class Batches {

  /** What the items of a request have in common; the fields of {@code alike} in their order, null if absent. */
  private record Alike(Kind kind, List<@Nullable JsonNode> fields) {}

  private Batches() {}

  /** The items, of which the profile has all operations, in requests of at most as many as each takes. */
  static List<List<Item>> of(List<Item> items, Profile profile) {
    Map<Alike, List<Item>> byAlike = new LinkedHashMap<>();
    items.forEach(item -> byAlike.computeIfAbsent(alike(item, operation(profile, item)), _ -> new ArrayList<>())
        .add(item));
    List<List<Item>> batches = new ArrayList<>();
    byAlike.forEach((alike, all) -> {
      int size = operation(profile, all.getFirst()).batch().map(Operation.Batch::size).orElse(1);
      for (int from = 0; from < all.size(); from += size) {
        batches.add(List.copyOf(all.subList(from, Math.min(from + size, all.size()))));
      }
    });
    return batches;
  }

  static Operation operation(Profile profile, Item item) {
    return Objects.requireNonNull(profile.operations().get(item.kind()), item.kind().id());
  }

  private static Alike alike(Item item, Operation operation) {
    List<@Nullable JsonNode> fields = new ArrayList<>();
    operation.batch().ifPresent(batch -> batch.alike().forEach(name -> fields.add(item.fields().get(name))));
    return new Alike(item.kind(), fields);
  }
}
