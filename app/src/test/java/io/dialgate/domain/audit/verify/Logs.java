package io.dialgate.domain.audit.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import io.dialgate.domain.audit.Frontier;
import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.TreeHash;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.TestKey;
import io.dialgate.domain.audit.tile.MemoryTiles;

/** Small logs, made without the code that is tested. */
public final class Logs {

  private Logs() {}

  public static List<byte[]> entries(String name, int size) {
    return IntStream.range(0, size).mapToObj(i -> (name + " entry " + i).getBytes(StandardCharsets.UTF_8)).toList();
  }

  public static TreeHead head(List<byte[]> entries) {
    Frontier frontier = Frontier.empty();
    LeafHash leafHash = new LeafHash();
    entries.forEach(entry -> frontier.append(leafHash.of(entry)));
    return new TreeHead(entries.size(), TreeHash.of(frontier.root()));
  }

  static MemoryTiles signed(List<byte[]> entries, TestKey key) {
    MemoryTiles tiles = MemoryTiles.of(entries);
    tiles.files.put(MemoryTiles.CHECKPOINT, key.checkpoint(head(entries)));
    return tiles;
  }
}
