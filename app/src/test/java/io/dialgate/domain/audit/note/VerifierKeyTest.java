package io.dialgate.domain.audit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.audit.NotProven;

class VerifierKeyTest {

  private static final String PUBLISHED = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  @Test
  void shouldReadAndPrintThePublishedKey() throws Exception {
    // when
    VerifierKey key = VerifierKey.parse(PUBLISHED);

    // then
    assertThat(key).hasToString(PUBLISHED);
    assertThat(key.name()).isEqualTo("example.com/foo");
    assertThat(key.id()).isEqualTo(0x530d903a);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "example.com/foo", "example.com/foo+530d903a",
      "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
      "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
      "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
      "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l",
      "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", "example.com/foo+530d903a+AekyeQ==",
      "example.com/foo+530d903a+", "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
      "example.com /foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"})
  void shouldRefuseWhatIsNoKey(String vkey) {
    assertThatThrownBy(() -> VerifierKey.parse(vkey)).isInstanceOf(NotProven.class)
        .hasMessageContaining("the verifier key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a+b", "a\nb", "a\tb", "a\u00a0b", "a\u0085b", "a\u2028b", "a\u3000b",
      "a\u202fb",
      "a\u1680b"})
  void shouldRefuseNamesThatNoNoteCanCarry(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.of(name, new byte[32]));
  }

  @Test
  void shouldGiveOneKeyAnotherIdUnderEachName() {
    // given
    byte[] raw = Base64.getDecoder().decode("6TJ5GubnqECkYWTJBHhkJtXngh3YspoA1hyucq/dTaQ=");

    // when
    VerifierKey first = VerifierKey.of("dialgate.local/audit/0", raw);
    VerifierKey second = VerifierKey.of("dialgate.local/audit/1", raw);

    // then
    assertThat(VerifierKey.of("example.com/foo", raw)).hasToString(PUBLISHED);
    assertThat(first.id()).isNotEqualTo(second.id());
    assertThat(first).isNotEqualTo(second);
    assertThatIllegalArgumentException().isThrownBy(() -> VerifierKey.of("a", new byte[31]));
  }
}
