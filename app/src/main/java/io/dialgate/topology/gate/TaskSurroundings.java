package io.dialgate.topology.gate;

import java.time.Duration;
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
import io.dialgate.topology.document.Shelf;
import io.dialgate.wire.record.RefusedRecord;
import io.dialgate.wire.state.Standing;

/**
 * What a task knows beside its numbers: prefixes and hashes, registries, emergency blocks, and the policy in force. A store
 * holds it, every task all of it; what a request needs is kept in memory.
 */
final class TaskSurroundings implements Surroundings {

  /** Copies of registries, and blocks, that one decision tells. Keeps it under the size of an audit entry. */
  static final int MAX_TOLD = 16;

  /** Registries that can have a copy of one area: a decision tells those of all, and those of its number's area. */
  static final int MAX_REGISTRIES = MAX_TOLD / 2;

  /** Areas that registries can have copies of; there are fewer than 800 area codes. */
  static final int MAX_AREAS = 1_000;

  /** Emergency blocks that can stand at once, of all regions. */
  static final int MAX_BLOCKS = 1_000;

  /** How long a block is kept after its end, for whoever looks why a call was suppressed. */
  private static final Duration KEPT_AFTER_END = Duration.ofDays(1);

  private static final String EVERYWHERE = "*";

  private final KeyValueStore<String, Standing> store;
  private final WideTable wide;
  private final Shelf<Policy> policies;
  private final Map<String, Map<String, RegistryCopy>> copiesByArea = new HashMap<>();
  private final Map<String, Standing.Block> blocks = new TreeMap<>();
  private final Map<String, Instant> releases = new HashMap<>();

  TaskSurroundings(KeyValueStore<String, Standing> store, WideTable wide, Shelf<Policy> policies) {
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

  /**
   * A registry was imported: what is told last stands.
   *
   * @throws RefusedRecord if it is of one registry too many
   */
  void tell(RegistryCopy copy) {
    Map<String, RegistryCopy> copies = copiesByArea.getOrDefault(copy.area(), Map.of());
    boolean more = !copies.containsKey(copy.registry());
    if (more && (copies.size() >= MAX_REGISTRIES || (copies.isEmpty() && copiesByArea.size() >= MAX_AREAS))) {
      throw TooMany.registries();
    }
    put(new Standing.Copy(copy));
  }

  /**
   * Whether the block stands from here on: it may be known, or released already. At a tie the block stands.
   *
   * @throws RefusedRecord if it is one too many
   */
  boolean block(EmergencyBlock block, Instant at) {
    Instant released = releases.get(block.region());
    if (blocks.containsKey(block.id()) || (released != null && at.isBefore(released))) {
      return false;
    }
    if (blocks.size() >= MAX_BLOCKS) {
      throw TooMany.blocks();
    }
    put(new Standing.Block(block, at));
    return true;
  }

  /** Ends every block of the region that was declared before then; whether that changes anything. */
  boolean unblock(String region, Instant at) {
    Instant released = releases.get(region);
    if (released != null && !at.isAfter(released)) {
      return false;
    }
    put(new Standing.Release(region, at));
    blocks.values().stream().filter(one -> one.block().region().equals(region) && one.at().isBefore(at)).toList()
        .forEach(this::forget);
    return true;
  }

  /** The blocks that began in this time and are not over: what was allowed before has to be looked at again. */
  List<EmergencyBlock> begun(Instant after, Instant until) {
    return blocks.isEmpty()
        ? List.of()
        : blocks.values().stream().map(Standing.Block::block)
            .filter(block -> block.from().isAfter(after) && !block.from().isAfter(until) && !isOver(block, until))
            .toList();
  }

  /** Forgets blocks that have been over for a while. A release stays: an older block could still arrive. */
  void sweep(Instant now) {
    if (!blocks.isEmpty()) {
      blocks.values().stream().filter(one -> isOver(one.block(), now.minus(KEPT_AFTER_END))).toList()
          .forEach(this::forget);
    }
  }

  private static boolean isOver(EmergencyBlock block, Instant at) {
    return block.to() != null && !block.to().isAfter(at);
  }

  private List<RegistryCopy> copies(PhoneNumber number) {
    var copies = new ArrayList<>(copiesByArea.getOrDefault(EVERYWHERE, Map.of()).values());
    if (number.e164().startsWith("+1") && number.e164().length() > 5) {
      copies.addAll(copiesByArea.getOrDefault(number.e164().substring(2, 5), Map.of()).values());
    }
    return copies;
  }

  /** Those that are not over, soonest first. */
  private List<EmergencyBlock> concerning(Whereabouts where, Instant at) {
    return blocks.isEmpty()
        ? List.of()
        : blocks.values().stream().map(Standing.Block::block)
            .filter(block -> !isOver(block, at) && where.mayBeIn(block.region()))
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
