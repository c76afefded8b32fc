package io.dialgate.domain.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proofs that are published with the eight leaves of {@link PublishedVectorsTest}. */
class ProofVectorsTest {

  private static final String LEAF_0 = "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d";
  private static final String LEAF_1 = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
  private static final String LEAF_4 = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
  private static final String LEAF_6 = "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f";
  private static final String FROM_0_TO_2 = "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125";
  private static final String FROM_2_TO_4 = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
  private static final String FROM_0_TO_4 = "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7";
  private static final String FROM_4_TO_6 = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";
  private static final String FROM_6_TO_8 = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
  private static final String FROM_4_TO_8 = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";

  private static final List<byte[]> LEAVES = Stream.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
      "606162636465666768696a6b6c6d6e6f").map(HexFormat.of()::parseHex).toList();

  private final NaiveProofs naive = new NaiveProofs(LEAVES);
  private final NodeReader nodes = (level, index) -> naive.root((int) (index << level), (int) ((index + 1) << level));

  @ParameterizedTest
  @CsvSource({
      "0, 8, " + LEAF_1 + ' ' + FROM_2_TO_4 + ' ' + FROM_4_TO_8,
      "5, 8, " + LEAF_4 + ' ' + FROM_6_TO_8 + ' ' + FROM_0_TO_4,
      "2, 3, " + FROM_0_TO_2,
      "1, 5, " + LEAF_0 + ' ' + FROM_2_TO_4 + ' ' + LEAF_4})
  void shouldMakePublishedInclusionProofs(int index, int size, String expected) throws Exception {
    // when
    List<TreeHash> proof = Inclusion.prove(index, size, nodes);

    // then
    assertThat(proof).extracting(TreeHash::toString).containsExactly(expected.split(" "));
    Inclusion.verify(naive.head(size), index, TreeHash.of(new LeafHash().of(LEAVES.get(index))), proof);
  }

  @ParameterizedTest
  @CsvSource({
      "1, 8, " + LEAF_1 + ' ' + FROM_2_TO_4 + ' ' + FROM_4_TO_8,
      "6, 8, " + FROM_4_TO_6 + ' ' + FROM_6_TO_8 + ' ' + FROM_0_TO_4,
      "2, 5, " + FROM_2_TO_4 + ' ' + LEAF_4,
      "6, 7, " + FROM_4_TO_6 + ' ' + LEAF_6 + ' ' + FROM_0_TO_4})
  void shouldMakePublishedConsistencyProofs(int older, int newer, String expected) throws Exception {
    // when
    List<TreeHash> proof = Consistency.prove(older, newer, nodes);

    // then
    assertThat(proof).extracting(TreeHash::toString).containsExactly(expected.split(" "));
    Consistency.verify(naive.head(older), naive.head(newer), proof);
  }
}
