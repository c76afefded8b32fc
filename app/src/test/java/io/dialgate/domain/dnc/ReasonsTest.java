package io.dialgate.domain.dnc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonsTest {

  @ParameterizedTest
  @CsvSource({"us-ftc, NATIONAL_DNC", "us-tx, STATE_DNC", "us-rnd, REASSIGNED_NUMBER", "ca-ndncl, NATIONAL_DNC",
      "uk-tps, NATIONAL_DNC", "US-TX, NATIONAL_DNC", "'', NATIONAL_DNC"})
  void shouldKnowWhatARegistryIs(String registry, Reason reason) {
    // when / then
    assertThat(Registry.reason(registry)).isEqualTo(reason);
  }

  @ParameterizedTest
  @EnumSource
  void shouldKeepTheMarkOfARemovalAsLongAsItsInput(Reason reason) {
    // given
    int days = switch (reason) {
      case NATIONAL_DNC, STATE_DNC, REASSIGNED_NUMBER -> 35;
      default -> 5 * 366;
    };

    // when / then
    assertThat(reason.inputKept()).hasDays(days);
  }
}
