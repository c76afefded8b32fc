package io.dialgate.topology.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.streams.state.KeyValueStore;

import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.gate.Surroundings;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Whereabouts;
import io.dialgate.domain.policy.Circumstances;
import io.dialgate.domain.policy.Circumstances.EmergencyBlock;
import io.dialgate.domain.policy.Circumstances.RegistryCopy;
import io.dialgate.domain.policy.Policy;
import io.dialgate.wire.state.Standing;

/**
 * What a task knows beside its numbers: prefixes and hashes, registries, emergency blocks, and the policy in force. A store
 * holds it, every task all of it; what a request needs is kept in memory.
 */
final class TaskSurroundings implements Surroundings {

  /** Copies of registries, and blocks, that one decision tells. Keeps it under the size of an audit entry. */
  static final int MAX_TOLD = 16;

  private static final String EVERYWHERE = "*";

  private final KeyValueStore<String, Standing> store;
  private final WideTable wide;
  private final PolicyShelf policies;
  private final Map<String, Map<String, RegistryCopy>> copiesByArea = new HashMap<>();
  private final Map<String, Standing.Block> blocks = new TreeMap<>();
  private final Map<String, Instant> releases = new HashMap<>();

  TaskSurroundings(KeyValueStore<String, Standing> store, WideTable wide, PolicyShelf policies) {
    this.store = store;
    this.wide = wide;
    this.policies = policies;
    try (var all = store.all()) {
      all.forEachRemaining(row -> remember(row.value));
    }
    policies.open();
  }

  @Override
  public Policy policy() {
    return policies.inForce();
  }

  @Override
  public List<ListEvent> covering(PhoneNumber number, Instant at) {
    return wide.covering(number, at);
  }

  @Override
  public Circumstances circumstances(PhoneNumber number, Whereabouts where, Instant at) {
    return copiesByArea.isEmpty() && blocks.isEmpty()
        ? Circumstances.NONE
        : new Circumstances(copies(number), concerning(where, at));
  }

  /** A registry was imported: what is told last stands. */
  void tell(RegistryCopy copy) {
    put(new Standing.Copy(copy));
  }

  /** Whether the block stands from here on: it may be known, or released already. */
  boolean block(EmergencyBlock block, Instant at) {
    Instant released = releases.get(block.region());
    if (blocks.containsKey(block.id()) || (released != null && !at.isAfter(released))) {
      return false;
    }
    put(new Standing.Block(block, at));
    return true;
  }

  /** Ends every block of the region that was declared until then; whether that changes anything. */
  boolean unblock(String region, Instant at) {
    Instant released = releases.get(region);
    if (released != null && !at.isAfter(released)) {
      return false;
    }
    put(new Standing.Release(region, at));
    blocks.values().stream().filter(one -> one.block().region().equals(region) && !one.at().isAfter(at)).toList()
        .forEach(this::forget);
    return true;
  }

  /** Whether a block begins in this time: then what was allowed before has to be looked at again. */
  boolean anyBlockBegins(Instant after, Instant until) {
    return blocks.values().stream().map(one -> one.block().from())
        .anyMatch(from -> from.isAfter(after) && !from.isAfter(until));
  }

  private List<RegistryCopy> copies(PhoneNumber number) {
    var copies = new ArrayList<>(copiesByArea.getOrDefault(EVERYWHERE, Map.of()).values());
    if (number.e164().startsWith("+1") && number.e164().length() > 5) {
      copies.addAll(copiesByArea.getOrDefault(number.e164().substring(2, 5), Map.of()).values());
    }
    return copies.size() <= MAX_TOLD ? copies : copies.subList(0, MAX_TOLD);
  }

  /** Those that are not over, soonest first. */
  private List<EmergencyBlock> concerning(Whereabouts where, Instant at) {
    return blocks.isEmpty()
        ? List.of()
        : blocks.values().stream().map(Standing.Block::block)
            .filter(block -> (block.to() == null || block.to().isAfter(at)) && where.mayBeIn(block.region()))
            .sorted((one, other) -> one.from().compareTo(other.from())).limit(MAX_TOLD).toList();
  }

  private void put(Standing standing) {
    store.put(standing.key(), standing);
    remember(standing);
  }

  private void forget(Standing.Block block) {
    store.delete(block.key());
    blocks.remove(block.block().id());
  }

  private void remember(Standing standing) {
    switch (standing) {
      case Standing.Copy(RegistryCopy copy) ->
        copiesByArea.computeIfAbsent(copy.area(), _ -> new TreeMap<>()).put(copy.registry(), copy);
      case Standing.Block block -> blocks.put(block.block().id(), block);
      case Standing.Release(String region, Instant at) -> releases.put(region, at);
      case Standing.Document _,Standing.Active _ -> {
        // The shelf's.
      }
    }
  }
}
