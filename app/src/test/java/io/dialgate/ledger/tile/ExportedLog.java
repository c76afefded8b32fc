package io.dialgate.ledger.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.Checkpoint;
import io.dialgate.domain.audit.tile.MemoryTiles;
import io.dialgate.domain.audit.verify.Logs;
import io.dialgate.ledger.key.SigningKey;

/**
 * A log as it was exported, and what somebody who wants to tamper with it knows.
 *
 * @param snapshots the folder's files after each announcement, the oldest first
 * @param sizes that were announced
 */
record ExportedLog(String origin, SigningKey key, List<byte[]> entries, List<Map<String, byte[]>> snapshots,
    List<Integer> sizes) {

  static final String CHECKPOINT = "checkpoint";

  Map<String, byte[]> files() {
    return new TreeMap<>(snapshots.getLast());
  }

  int size() {
    return entries.size();
  }

  /** The heads that were signed; a verifier who was there knows them. */
  List<TreeHead> heads() {
    return sizes.stream().map(size -> Logs.head(entries.subList(0, size))).toList();
  }

  /** Those that a verifier happens to know, the newest perhaps among them. */
  List<TreeHead> someHeads(Random random) {
    return heads().stream().filter(head -> random.nextBoolean()).toList();
  }

  byte[] sign(List<byte[]> others, SigningKey by) {
    return by.sign(origin, Checkpoint.of(origin, Logs.head(others)).text()).bytes();
  }

  /** All files as a log of these entries would have them, without a checkpoint. */
  static Map<String, byte[]> rebuilt(List<byte[]> others) {
    return new TreeMap<>(MemoryTiles.of(others).files);
  }

  /** The paths of the tiles that the checkpoint asks for. */
  List<String> required() {
    return List.copyOf(rebuilt(entries).keySet());
  }

  List<String> bundles() {
    return required().stream().filter(path -> path.startsWith("tile/entries/")).toList();
  }

  /** All entries, which may be changed. */
  List<byte[]> copy() {
    return new ArrayList<>(entries);
  }

  int index(Random random) {
    return random.nextInt(size());
  }

  static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
