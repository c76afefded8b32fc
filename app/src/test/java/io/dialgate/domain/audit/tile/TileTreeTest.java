package io.dialgate.domain.audit.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.audit.Consistency;
import io.dialgate.domain.audit.Frontier;
import io.dialgate.domain.audit.Inclusion;
import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHash;
import io.dialgate.domain.audit.TreeHead;

/** The worked example of C2SP tlog-tiles, 70,000 entries, and what is read from its tiles. */
class TileTreeTest {

  private static final int SIZE = 70_000;
  private static final LeafHash LEAF_HASH = new LeafHash();
  private static final List<byte[]> ENTRIES = IntStream.range(0, SIZE)
      .mapToObj(i -> ByteBuffer.allocate(Integer.BYTES).putInt(i).array()).toList();
  private static final MemoryTiles TILES = MemoryTiles.of(ENTRIES);

  private final TileReader tiles = new TileReader(TILES);

  @Test
  void shouldHaveTheTilesOfTheWorkedExample() {
    // when
    List<Tile> all = TILES.files.keySet().stream().map(path -> Tile.parse(path).orElseThrow()).toList();

    // then
    assertThat(all).filteredOn(tile -> tile instanceof HashTile hashes && hashes.level() == 0 && tile.isFull())
        .hasSize(273);
    assertThat(all).filteredOn(tile -> tile instanceof EntryTile && tile.isFull()).hasSize(273);
    assertThat(all).filteredOn(tile -> tile instanceof HashTile hashes && hashes.level() == 1 && tile.isFull())
        .hasSize(1);
    assertThat(all).filteredOn(tile -> !tile.isFull()).extracting(Tile::path).containsExactlyInAnyOrder(
        "tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1", "tile/entries/273.p/112");
    assertThat(TileTree.lastTiles(SIZE)).containsExactly(new HashTile(0, 273, 112), new HashTile(1, 1, 17),
        new HashTile(2, 0, 1));
    assertThat(TileTree.lastTiles(256)).containsExactly(new HashTile(1, 0, 1));
  }

  /** MTH(D[(n * 256 + i) * 256^l : (n * 256 + i + 1) * 256^l]). */
  @Test
  void shouldHoldInEachPlaceTheRootOfItsEntries() throws Exception {
    for (HashTile tile : List.of(new HashTile(0, 273, 112), new HashTile(1, 0, 256), new HashTile(1, 1, 17),
        new HashTile(2, 0, 1))) {
      // when
      byte[] hashes = tiles.hashes(tile);

      // then
      int covered = 1 << (8 * tile.level());
      for (int i = 0; i < tile.width(); i++) {
        int from = (int) tile.firstEntry() + i * covered;
        assertThat(TreeHash.of(hashes, i * TreeHash.LENGTH)).as("%s, %d", tile.path(), i)
            .isEqualTo(root(from, from + covered));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 255, 256, 257, 511, 512, 1000, 65_535, 65_536, 65_537, 69_999})
  void shouldGoOnFromItsTilesAtAnySize(int size) throws Exception {
    // given
    MemoryTiles before = MemoryTiles.of(ENTRIES.subList(0, size));
    MemoryTiles after = MemoryTiles.of(ENTRIES);

    // when
    TileTree tree = TileTree.load(size, new TileReader(before));

    // then
    assertThat(tree.head()).isEqualTo(new TreeHead(size, root(0, size)));
    for (byte[] entry : ENTRIES.subList(size, SIZE)) {
      tree.append(LEAF_HASH.of(entry)).forEach(
          tile -> assertThat(tile.hashes()).as(tile.tile().path()).isEqualTo(after.files.get(tile.tile().path())));
    }
    assertThat(tree.head()).isEqualTo(new TreeHead(SIZE, root(0, SIZE)));
    tree.partial().forEach(
        tile -> assertThat(tile.hashes()).as(tile.tile().path()).isEqualTo(after.files.get(tile.tile().path())));
  }

  @Test
  void shouldProveFromTiles() throws Exception {
    // given
    var head = new TreeHead(SIZE, root(0, SIZE));
    var nodes = new TileNodes(tiles, SIZE);
    var random = new Random(70_000);

    for (int i = 0; i < 2_000; i++) {
      // when
      int index = i < 600 ? SIZE - 1 - i : random.nextInt(SIZE);
      List<TreeHash> inclusion = Inclusion.prove(index, SIZE, nodes);

      // then
      Inclusion.verify(head, index, TreeHash.of(LEAF_HASH.of(ENTRIES.get(index))), inclusion);
    }
    for (int older : List.of(1, 255, 256, 257, 65_535, 65_536, 65_537, 69_888, 69_999, SIZE)) {
      // when
      List<TreeHash> consistency = Consistency.prove(older, SIZE, nodes);

      // then
      Consistency.verify(new TreeHead(older, root(0, older)), head, consistency);
    }
  }

  @Test
  void shouldTakeAPartFromTheFullTileOnceItIsDeleted() throws Exception {
    // given
    byte[] full = tiles.hashes(new HashTile(0, 3, Tile.FULL));

    // when
    byte[] part = tiles.hashes(new HashTile(0, 3, 5));

    // then
    assertThat(full).hasSize(8192).startsWith(part);
    assertThat(part).hasSize(5 * TreeHash.LENGTH);
    assertThat(tiles.entries(new EntryTile(3, 5))).containsExactlyElementsOf(ENTRIES.subList(768, 773));
  }

  @Test
  void shouldNameATileThatIsMissingOrOfAnotherLength() {
    // given
    var broken = new MemoryTiles();
    broken.files.put("tile/0/001", new byte[8191]);
    broken.files.put("tile/0/002", new byte[8193]);
    var reader = new TileReader(broken);

    // when, then
    assertThatThrownBy(() -> reader.hashes(new HashTile(0, 0, 256))).isInstanceOf(NotProven.class)
        .hasMessageContaining("expected this file, but got none in tile/0/000");
    assertThatThrownBy(() -> reader.hashes(new HashTile(0, 0, 7))).hasMessageContaining("tile/0/000.p/7");
    assertThatThrownBy(() -> reader.hashes(new HashTile(0, 1, 256))).hasMessageContaining("but got 8191 bytes");
    assertThatThrownBy(() -> reader.hashes(new HashTile(0, 2, 256))).hasMessageContaining("but got more");
  }

  private static TreeHash root(int from, int to) {
    Frontier frontier = Frontier.empty();
    ENTRIES.subList(from, to).forEach(entry -> frontier.append(LEAF_HASH.of(entry)));
    return TreeHash.of(frontier.root());
  }
}
