package io.dialgate.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontierTest {

  private static final int LEAVES = 300;
  private static final int HASH = LeafHash.LENGTH;

  private final LeafHash leafHash = new LeafHash();
  private final List<byte[]> entries = entries(6962);

  @Test
  void shouldEqualNaiveTreeAtEverySize() {
    // given
    Frontier frontier = Frontier.empty();

    for (int size = 0; size <= LEAVES; size++) {
      // when
      byte[] root = frontier.root();

      // then
      assertThat(frontier.size()).isEqualTo(size);
      assertThat(root).as("root at size %d", size).isEqualTo(NaiveTree.root(entries.subList(0, size)));
      if (size < LEAVES) {
        frontier.append(leafHash.of(entries.get(size)));
      }
    }
  }

  @Test
  void shouldContinueFromItsEncodingAtEverySize() {
    // given
    byte[] finalRoot = NaiveTree.root(entries);

    for (int size = 0; size <= LEAVES; size++) {
      Frontier before = Frontier.empty();
      entries.subList(0, size).forEach(entry -> before.append(leafHash.of(entry)));

      // when
      byte[] encoded = before.encode();
      Frontier after = Frontier.decode(encoded);

      // then
      assertThat(encoded).hasSize(Long.BYTES + HASH * Integer.bitCount(size));
      assertThat(after.encode()).isEqualTo(encoded);
      entries.subList(size, LEAVES).forEach(entry -> after.append(leafHash.of(entry)));
      assertThat(after.root()).as("root after a restart at size %d", size).isEqualTo(finalRoot);
    }
  }

  @Test
  void shouldNotBeChangedThroughWhatItTookOrGave() {
    // given
    byte[] leaf = leafHash.of(entries.getFirst());
    Frontier frontier = Frontier.empty();
    frontier.append(leaf);
    byte[] expected = frontier.root();

    // when
    Arrays.fill(leaf, (byte) 0);
    Arrays.fill(frontier.root(), (byte) 0);
    Arrays.fill(frontier.encode(), (byte) 0);

    // then
    assertThat(frontier.root()).isEqualTo(expected);
  }

  @Test
  void shouldEncodeTheLargestTreeWithinTwoKibibytes() {
    // given
    byte[] largest = ByteBuffer.allocate(Frontier.MAX_ENCODED_BYTES).putLong(Frontier.MAX_SIZE).array();

    // when
    Frontier frontier = Frontier.decode(largest);

    // then
    assertThat(frontier.encode()).isEqualTo(largest).hasSizeLessThanOrEqualTo(2048);
    assertThat(frontier.root()).hasSize(HASH);
    assertThatThrownBy(() -> frontier.append(new byte[HASH])).isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("expected fewer than 9223372036854775807 leaves");
  }

  @Test
  void shouldAppendUpToTheLargestSize() {
    // given
    long size = Frontier.MAX_SIZE - 1;
    Frontier frontier = Frontier.decode(ByteBuffer.allocate(Long.BYTES + 62 * HASH).putLong(size).array());

    // when
    frontier.append(leafHash.of(entries.getFirst()));

    // then
    assertThat(frontier.size()).isEqualTo(Frontier.MAX_SIZE);
    assertThat(frontier.encode()).hasSize(Frontier.MAX_ENCODED_BYTES);
  }

  @ParameterizedTest
  @ValueSource(ints = {-HASH, -1, 1, HASH})
  void shouldRejectEncodingOfWrongLengthAtEverySize(int tooMany) {
    for (int size = 1; size <= LEAVES; size++) {
      // given
      byte[] encoded = ByteBuffer.allocate(Long.BYTES + HASH * Integer.bitCount(size) + tooMany).putLong(size).array();

      // when, then
      assertThatThrownBy(() -> Frontier.decode(encoded)).isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("expected an encoded frontier of ").hasMessageContaining("but got " + encoded.length);
    }
  }

  @Test
  void shouldRejectEncodingWithoutSizeOrWithNegativeSize() {
    // given
    byte[] negative = ByteBuffer.allocate(Long.BYTES + 64 * HASH).putLong(-1).array();

    // when, then
    assertThatThrownBy(() -> Frontier.decode(new byte[0])).hasMessageContaining("at least 8 bytes, but got 0 bytes");
    assertThatThrownBy(() -> Frontier.decode(new byte[7])).hasMessageContaining("at least 8 bytes, but got 7 bytes");
    assertThatThrownBy(() -> Frontier.decode(negative)).hasMessageContaining("a size of 0 or more, but got -1");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 64})
  void shouldRejectWhatIsNoHash(int length) {
    // given
    byte[] wrong = new byte[length];
    byte[] right = new byte[HASH];

    // when, then
    assertThatThrownBy(() -> Frontier.empty().append(wrong)).hasMessageContaining("expected a leaf hash of 32 bytes");
    assertThatThrownBy(() -> new NodeHash().of(wrong, right)).hasMessageContaining("left subtree");
    assertThatThrownBy(() -> new NodeHash().of(right, wrong)).hasMessageContaining("right subtree");
  }

  private static List<byte[]> entries(long seed) {
    Random random = new Random(seed);
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < LEAVES; i++) {
      byte[] entry = new byte[random.nextInt(80)];
      random.nextBytes(entry);
      entries.add(entry);
    }
    return entries;
  }
}
