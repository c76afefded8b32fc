package io.dialgate.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.dialgate.runtime.settings.Role;
import io.dialgate.runtime.settings.Settings;

class StreamsPropertiesTest {

  /** Else a lone question's answer waits for the next record, or a tenth of a second. */
  @ParameterizedTest
  @CsvSource({"10, 10", "100, 100", "500, 100"})
  void shouldWaitNoLongerForRecordsThanUntilACommitIsDue(String commit, long poll) {
    // given
    Settings settings = Settings.load(Optional.empty(), Map.of("DIALGATE_GATE_COMMIT_INTERVAL_MS", commit), List.of());

    // when
    try (var memory = new RocksDbMemory()) {
      Properties properties = StreamsProperties.of(Role.GATE, settings, "127.0.0.1:9092", "instance", memory);

      // then
      assertThat(properties).containsEntry("commit.interval.ms", Long.valueOf(commit)).containsEntry("poll.ms", poll);
    }
  }

  @ParameterizedTest
  @CsvSource({"GATE", "RISK", "AUDIT"})
  void shouldLetItsUserSaySomethingElse(Role role) {
    // given
    Settings settings = Settings.load(Optional.empty(), Map.of("DIALGATE_STREAMS_POLL_MS", "50"), List.of());

    // when
    try (var memory = new RocksDbMemory()) {
      Properties properties = StreamsProperties.of(role, settings, "127.0.0.1:9092", "instance", memory);

      // then
      assertThat(properties.get("poll.ms")).hasToString("50");
    }
  }
}
