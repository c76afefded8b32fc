package io.dialgate.domain.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The eight leaves that every implementation of RFC 6962 is tested with, and the hasher's own vectors. */
class PublishedVectorsTest {

  private static final HexFormat HEX = HexFormat.of();
  private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
      "606162636465666768696a6b6c6d6e6f");

  @ParameterizedTest
  @CsvSource({
      "0, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "1, 96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "2, 0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
      "3, 07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
      "4, bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "5, 4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
      "6, b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f",
      "7, 46f6ffadd3d06a09ff3c5860d2755c8b9819db7df44251788c7d8e3180de8eb1"})
  void shouldHashPublishedLeaves(int leaf, String expected) {
    // given
    byte[] entry = HEX.parseHex(LEAVES.get(leaf));

    // when
    byte[] hash = new LeafHash().of(entry);

    // then
    assertThat(HEX.formatHex(hash)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
      "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"})
  void shouldReachPublishedRoots(int size, String expected) {
    // given
    LeafHash leaves = new LeafHash();
    Frontier frontier = Frontier.empty();

    // when
    LEAVES.subList(0, size).forEach(leaf -> frontier.append(leaves.of(HEX.parseHex(leaf))));

    // then
    assertThat(frontier.size()).isEqualTo(size);
    assertThat(HEX.formatHex(frontier.root())).isEqualTo(expected);
  }

  @Test
  void shouldAgreeWithPublishedLeafHasher() {
    // given
    byte[] entry = "L123456".getBytes(UTF_8);

    // when
    byte[] hash = new LeafHash().of(entry);

    // then
    assertThat(HEX.formatHex(hash)).isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
  }

  @Test
  void shouldAgreeWithPublishedNodeHasher() {
    // given
    byte[] left = "N123".getBytes(UTF_8);
    byte[] right = "N456".getBytes(UTF_8);

    // when
    byte[] hash = new NodeHash().join(left, right);

    // then
    assertThat(HEX.formatHex(hash)).isEqualTo("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
  }
}
