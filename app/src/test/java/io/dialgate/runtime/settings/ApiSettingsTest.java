package io.dialgate.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiSettingsTest {

  @ParameterizedTest
  @CsvSource({"127.0.0.1, 8080, , true", "gate-1, 8080, , true", "0.0.0.0, 8080, , false", "::, 8080, , false",
      "127.0.0.1, 0, , false", "0.0.0.0, 0, gate-1:8080, true", "::, 8080, [::1]:8080, true",
      "gate-1, 8080, 0.0.0.0:8080, false", "gate-1, 8080, [::]:8080, false"})
  void shouldKnowWhereOthersCanReachIt(String host, String port, @Nullable String server, boolean can) {
    // given
    Map<String, String> environment = new HashMap<>(Map.of("DIALGATE_HTTP_HOST", host, "DIALGATE_HTTP_PORT", port));
    if (server != null) {
      environment.put("DIALGATE_APPLICATION_SERVER", server);
    }

    // when
    ApiSettings http = Settings.load(Optional.empty(), environment, List.of()).http();

    // then
    assertThat(http.canBeReached()).isEqualTo(can);
  }
}
