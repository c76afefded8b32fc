package io.dialgate.runtime.bridges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.bridge.platform.Kind;
import io.dialgate.bridge.platform.Login;
import io.dialgate.bridge.platform.Profile;
import io.dialgate.runtime.Refused;

/** Profiles are read whole, or refused with every fault and its line. */
class ProfileFilesTest {

  private static final String GOOD = """
      format: 1
      profile: mine
      source: a test
      login: {flavour: none}
      operations:
        list-add:
          verb: POST
          path: /lists/{listName}
          batch: {size: 10, item: "{number}"}
          body: {numbers: "{items}"}
          success: [200]
      """;

  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource({"cxone, guide, FRAUD_FLAG LIST_ADD", "cxone, admin-api, LIST_ADD LIST_REMOVE RECALL",
      "genesys, platform-api, LIST_ADD LIST_REMOVE RECALL"})
  void shouldReadEveryProfileThatIsShipped(String platform, String name, String kinds) {
    // when
    Profile profile = ProfileFiles.read(platform, name, Set.of(),
        Set.of("version", "groupId", "source", "dncListId", "contactListId"));

    // then
    assertThat(profile.operations().keySet().stream().sorted().map(Enum::name)).containsExactly(kinds.split(" "));
    assertThat(profile.operations().values())
        .allSatisfy(it -> it.batch().ifPresent(batch -> assertThat(batch.size()).isBetween(1, 500)));
  }

  @Test
  void shouldReadAProfileOfOnesOwn() throws IOException {
    // given
    Path file = Files.writeString(folder.resolve("mine.yaml"), GOOD);

    // when
    Profile profile = ProfileFiles.read("cxone", file.toString(), Set.of(), Set.of("listName"));

    // then
    assertThat(profile.login()).isEqualTo(new Login.None());
    assertThat(profile.operations()).containsOnlyKeys(Kind.LIST_ADD);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "verb: POST|verb: GET|7|expected POST, PUT, PATCH or DELETE, but got \"GET\"",
      "size: 10|size: 1001|9|expected a whole number from 1 to 1000, but got 1001",
      "{number}|{nmber}|9|but got {nmber}; correct the name",
      "{listName}|{listName}/{number}|8|but got {number}; correct the name",
      "{numbers: \"{items}\"}|{numbers: [\"{number}\"]}|10|expected a body that names {items}, but got none",
      "success: [200]|success: [404]|11|expected a status from 200 to 299, but got 404",
      "flavour: none|flavour: client-credentials|4|expected a token-url, but got none",
      "list-add:|list-ad:|6|but got the field list-ad"})
  void shouldRefuseAFaultWithItsLine(String right, String wrong, int line, String words) throws IOException {
    // given
    Path file = Files.writeString(folder.resolve("mine.yaml"), GOOD.replace(right, wrong));

    // when / then
    assertThatThrownBy(() -> ProfileFiles.read("cxone", file.toString(), Set.of(), Set.of("listName")))
        .isInstanceOf(Refused.class).hasMessageContaining(file + ":" + line + ": ").hasMessageContaining(words);
  }

  @Test
  void shouldRefuseATemplateWhoseParameterIsNotSet() {
    // when / then
    assertThatThrownBy(() -> ProfileFiles.read("genesys", "platform-api", Set.of(Kind.LIST_ADD), Set.of()))
        .isInstanceOf(Refused.class).hasMessageContaining("platforms/genesys-platform-api.yaml:")
        .hasMessageContaining("but got {dncListId}; correct the name, or set it as a parameter of the destination");
  }

  @Test
  void shouldRefuseAProfileThatIsNowhere() {
    // when / then
    assertThatThrownBy(() -> ProfileFiles.read("cxone", "gide", Set.of(), Set.of())).isInstanceOf(Refused.class)
        .hasMessageStartingWith(
            "expected bridge.cxone.profile to be a shipped profile or a file that can be read, but got 'gide'");
  }
}
