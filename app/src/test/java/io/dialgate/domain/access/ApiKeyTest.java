package io.dialgate.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");
  private static final KeyToken TOKEN = KeyToken.of(new byte[KeyToken.ID_BYTES], new byte[KeyToken.SECRET_BYTES]);

  @Test
  void shouldAdmitItsToken() {
    // given
    ApiKey key = key(null);

    // when
    KeyToken sent = KeyToken.parse(TOKEN.text()).orElseThrow();

    // then
    assertThat(key.admits(sent, NOW)).isTrue();
  }

  @Test
  void shouldRefuseAnotherSecretUnderItsId() {
    // given
    byte[] other = new byte[KeyToken.SECRET_BYTES];
    other[31] = 1;

    // when
    KeyToken sent = KeyToken.of(new byte[KeyToken.ID_BYTES], other);

    // then
    assertThat(key(null).admits(sent, NOW)).isFalse();
  }

  @Test
  void shouldExpireAtTheInstantNamed() {
    // given
    ApiKey key = key(NOW);

    // then
    assertThat(key.admits(TOKEN, NOW.minusNanos(1_000))).isTrue();
    assertThat(key.admits(TOKEN, NOW)).isFalse();
  }

  @Test
  void shouldRefuseWhenRevoked() {
    assertThat(key(null).takenBack().admits(TOKEN, NOW)).isFalse();
  }

  @Test
  void shouldNeverPrintSecret() {
    assertThat(TOKEN).hasToString("dgk_000000000000_•••");
    assertThat(key(null).toString()).doesNotContain(TOKEN.secret());
  }

  @Test
  void shouldReadOnlyWholeTokens() {
    assertThat(KeyToken.parse(TOKEN.text() + "A")).isEmpty();
    assertThat(KeyToken.parse("Bearer " + TOKEN.text())).isEmpty();
  }

  @Test
  void shouldNameScopesWhenOneIsUnknown() {
    assertThatThrownBy(() -> Right.of("dnc:all")).hasMessageContaining("dnc:read").hasMessageContaining("'dnc:all'");
  }

  private static ApiKey key(@Nullable Instant expiresAt) {
    return new ApiKey(TOKEN.id(), TOKEN.hash(), new Caller("a dialler", Set.of(Right.DIAL_CHECK)), expiresAt, false);
  }
}
