package io.dialgate.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingsReferenceTest {

  @Test
  void shouldSayEverythingAboutEveryKey() {
    // when
    String reference = SettingsReference.markdown();

    // then
    assertThat(reference.lines()).allMatch(line -> line.startsWith("|") && line.endsWith("|"))
        .allMatch(line -> line.chars().filter(c -> c == '|').count() == 7);
    assertThat(SettingKeys.ALL).allSatisfy(key -> {
      assertThat(reference).contains("| `" + key.name() + "` | `" + SettingKey.variable(key.name()) + "` |");
      assertThat(key.sentence()).endsWith(".");
      assertThat(key.unit()).isNotBlank();
    });
  }
}
