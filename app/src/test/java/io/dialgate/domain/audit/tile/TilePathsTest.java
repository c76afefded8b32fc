package io.dialgate.domain.audit.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathsTest {

  @ParameterizedTest
  @CsvSource({"0, 0, 256, tile/0/000", "0, 0, 255, tile/0/000.p/255", "15, 455667, 256, tile/15/x455/667",
      "15, 123456789, 41, tile/15/x123/x456/789.p/41", "3, 1234067, 256, tile/3/x001/x234/067",
      "63, 999, 1, tile/63/999.p/1", "0, 1000, 256, tile/0/x001/000",
      "0, 999999999999999999, 256, tile/0/x999/x999/x999/x999/x999/999"})
  void shouldNameTilesOfHashes(int level, long index, int width, String path) {
    // given
    var tile = new HashTile(level, index, width);

    // when, then
    assertThat(tile.path()).isEqualTo(path);
    assertThat(Tile.parse(path)).contains(tile);
  }

  @ParameterizedTest
  @CsvSource({"251, 255, tile/entries/000.p/255", "256, 257, tile/entries/001.p/1",
      "31604937984, 9223372036854775807, tile/entries/x123/x456/789"})
  void shouldNameBundlesOfEntries(long index, long size, String path) {
    // given
    var full = new EntryTile(index / Tile.FULL, Tile.FULL);
    EntryTile tile = full.withWidth(full.widthAt(size));

    // when, then
    assertThat(tile.path()).isEqualTo(path);
    assertThat(Tile.parse(path)).contains(tile);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tile", "tile/0", "tile/0/", "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/1000",
      "tile/0/x000/001", "tile/0/001/002", "tile/0/x001", "tile/0/x001/x002", "tile/00/000", "tile/64/000",
      "tile/-1/000",
      "tile/100/000", "tile/0/-01", "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/00",
      "tile/0/000.p/01", "tile/0/000.p/256", "tile/0/000.p/999", "tile/0/000.p/1/", "tile/0/000/", "/tile/0/000",
      "tile/0/000.tmp", "tile/entries/000.p/256", "tile/Entries/000", "tile/data/000", "tile/0/../000", "tile/0/000\n",
      "tile/0/x009/x223/x372/x036/x854/x775/807", "tile/\u0660/000"})
  void shouldKnowNoOtherName(String path) {
    assertThat(Tile.parse(path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 0", "0, 0, 1, 1", "0, 0, 300, 256", "0, 1, 300, 44", "0, 2, 300, 0", "1, 0, 300, 1",
      "1, 0, 255, 0", "1, 0, 70000, 256", "1, 1, 70000, 17", "2, 0, 70000, 1", "7, 0, 9223372036854775807, 127",
      "8, 0, 9223372036854775807, 0", "63, 0, 9223372036854775807, 0", "0, 36028797018963967, 9223372036854775807, 255",
      "0, 999999999999999999, 9223372036854775807, 0"})
  void shouldTellHowMuchOfATileIsThere(int level, long index, long size, int width) {
    assertThat(new HashTile(level, index, Tile.FULL).widthAt(size)).isEqualTo(width);
  }

  @Test
  void shouldRefuseWhatIsNoTile() {
    assertThatIllegalArgumentException().isThrownBy(() -> new HashTile(-1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new HashTile(64, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new HashTile(0, -1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new HashTile(0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new EntryTile(0, 257));
  }
}
