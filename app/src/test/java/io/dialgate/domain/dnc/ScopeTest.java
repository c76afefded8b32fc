package io.dialgate.domain.dnc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

  @ParameterizedTest
  @CsvSource({"all, acme, spring, true", "all, , spring, true", "brand:acme, acme, spring, true",
      "brand:acme, , spring, false", "brand:acme, Acme, spring, false", "brand:spring, acme, spring, false",
      "campaign:spring, , spring, true", "campaign:spring, acme, summer, false", "campaign:acme, acme, spring, false",
      "campaign:a:b, , a:b, true"})
  void shouldBindWhomItNames(String scope, @Nullable String brand, String campaign, boolean binds) {
    // when / then
    assertThat(Scope.parse(scope).binds(brand, campaign)).isEqualTo(binds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "brand:acme", "campaign:spring", "campaign: "})
  void shouldReadWhatItWrites(String text) {
    // when / then
    assertThat(Scope.parse(text).text()).isEqualTo(text);
  }

  @Test
  void shouldMeanAllWhenAbsent() {
    // when / then
    assertThat(Scope.parse(null)).isEqualTo(new Scope.All());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ALL", "brand:", "campaign:", "brand", "region:us", " all"})
  void shouldRefuseAnyOtherForm(String text) {
    // when / then
    assertThatIllegalArgumentException().isThrownBy(() -> Scope.parse(text))
        .withMessageContaining("but got '" + text + "'");
  }
}
