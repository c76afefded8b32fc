package io.dialgate.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.dialgate.topology.GateObserver;
import io.dialgate.topology.RiskObserver;

class MetricsTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final Metrics metrics = new Metrics(() -> NOW);
  private final GateObserver gate = metrics.gate();

  @AfterEach
  void stop() {
    metrics.close();
  }

  @Test
  void shouldCountDecisionsByVerdictAndCode() {
    // when
    gate.decided("ALLOW", List.of());
    gate.decided("SUPPRESS", List.of("CUSTOMER_REQUEST", "NATIONAL_DNC"));
    gate.decided("SUPPRESS", List.of("NATIONAL_DNC"));

    // then
    assertThat(metrics.scrape()).contains("dialgate_decisions_total{verdict=\"ALLOW\"} 1.0",
        "dialgate_decisions_total{verdict=\"SUPPRESS\"} 2.0",
        "dialgate_findings_total{code=\"CUSTOMER_REQUEST\",verdict=\"SUPPRESS\"} 1.0",
        "dialgate_findings_total{code=\"NATIONAL_DNC\",verdict=\"SUPPRESS\"} 2.0");
  }

  @Test
  void shouldCountRecallsRekeyedRejectedAndRepeated() {
    // when
    gate.recalled(2);
    gate.rekeyed("dialer-7");
    gate.rejected("NULL_KEY");
    gate.repeated();

    // then
    assertThat(metrics.scrape()).contains("dialgate_recalls_total 2.0",
        "dialgate_rekeyed_records_total{source=\"dialer-7\"} 1.0",
        "dialgate_rejected_records_total{code=\"NULL_KEY\"} 1.0", "dialgate_repeated_requests_total 1.0");
  }

  @Test
  void shouldCountWhatBecomesOfTransactions() {
    // given
    RiskObserver risk = metrics.risk();

    // when
    risk.assessed("HIGH", "standard");
    risk.assessed("HIGH", "standard");
    risk.unscored("TOO_LATE");
    risk.repeatedTransaction();
    risk.rekeyed("unnamed");
    risk.rejected("BAD_FIELD");

    // then
    assertThat(metrics.scrape()).contains(
        "dialgate_risk_assessments_total{category=\"standard\",flag=\"HIGH\"} 2.0",
        "dialgate_risk_unscored_transactions_total{code=\"TOO_LATE\"} 1.0",
        "dialgate_risk_repeated_transactions_total 1.0", "dialgate_risk_rekeyed_records_total{source=\"unnamed\"} 1.0",
        "dialgate_risk_rejected_records_total{code=\"BAD_FIELD\"} 1.0");
  }

  @Test
  void shouldShowAgeOfOldestAllowanceOfAllPartitions() {
    // when
    gate.oldestOpenAllowance(0, Optional.of(NOW.minusSeconds(10)));
    gate.oldestOpenAllowance(1, Optional.of(NOW.minusSeconds(90)));
    gate.oldestOpenAllowance(2, Optional.of(NOW.minusSeconds(600)));
    gate.oldestOpenAllowance(2, Optional.empty());

    // then
    assertThat(metrics.scrape()).contains("dialgate_oldest_open_allowance_age_seconds 90.0");
  }

  @Test
  void shouldShowNoAgeWhenNothingIsOpen() {
    // when
    String scraped = metrics.scrape();

    // then
    assertThat(scraped).contains("dialgate_oldest_open_allowance_age_seconds 0.0");
  }

  @Test
  void shouldKeepTwoTopologiesApart() {
    // given
    try (KafkaStreams first = streams("a"); KafkaStreams second = streams("b")) {

      // when
      metrics.add("gate", first);
      metrics.add("audit", second);

      // then
      assertThat(metrics.scrape().lines().filter(line -> line.startsWith("kafka_")))
          .anyMatch(line -> line.contains("part=\"gate\"")).anyMatch(line -> line.contains("part=\"audit\""));
    }
  }

  @Test
  void shouldShowClientsOwnMetricsAndJvm() {
    // given
    MockProducer<String, String> producer = new MockProducer<>();

    // when
    metrics.add("cli", producer);

    // then
    assertThat(metrics.scrape()).contains("jvm_memory_used_bytes", "process_uptime_seconds");
    producer.close();
  }

  /** Never started, so it needs no broker. */
  private static KafkaStreams streams(String applicationId) {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream("in").to("out");
    Properties settings = new Properties();
    settings.putAll(Map.of("application.id", applicationId, "bootstrap.servers", "127.0.0.1:1"));
    return new KafkaStreams(builder.build(), settings);
  }
}
