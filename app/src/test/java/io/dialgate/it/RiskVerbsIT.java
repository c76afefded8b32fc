package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.dialgate.rules.DefaultModel;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.wire.Topics;

/** Models are published, shown, computed in shadow, compared and replayed by the verbs, under traffic. */
@Tag("alone")
@OnEmbeddedGround
class RiskVerbsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration WITHIN = Duration.ofSeconds(1);

  private final Site site;

  RiskVerbsIT(Ground ground) {
    site = new Site(ground, "risk-verbs", Map.of("roles", "risk,audit"));
  }

  @BeforeEach
  void serve() throws Exception {
    site.serve();
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @Test
  void shouldSwitchUnderTrafficComputeInShadowWithoutEffectAndReproduceEveryScore() throws Exception {
    // given
    var traffic = new RiskTraffic(site, 11);
    traffic.start();
    String builtIn = site.verb("risk", "show", "--json").json().get("hash").asText();
    awaitAssessments(200);
    Path strict = Files.writeString(site.folder().resolve("strict.yaml"),
        document().replace("over: 5000, points: 20", "over: 5000, points: 29"));

    // when
    String shadow = done("risk", "publish", strict.toString(), "--shadow").get("hash").asText();
    int before = site.values(Topics.RISK_ASSESSMENTS).size();
    awaitAssessments(before + 300);
    JsonNode thresholds = done("risk", "publish", "--thresholds", "standard=40,high_value=41");
    String live = thresholds.get("hash").asText();
    awaitAssessments(site.values(Topics.RISK_ASSESSMENTS).size() + 200);
    done("risk", "publish", "--end-shadow");
    traffic.stop();
    new RiskExpected(traffic, site).awaitSettled();

    // then: every partition switched once, all within a second
    assertThat(models()).hasSize(Site.PARTITIONS).values()
        .allSatisfy(inOrder -> assertThat(inOrder).containsExactly(builtIn, live));
    assertThat(spread(live)).isLessThan(WITHIN);
    JsonNode shown = site.verb("risk", "show", "--json").json();
    assertThat(shown.get("hash").asText()).isEqualTo(live);
    assertThat(shown.get("base").asText()).isEqualTo(builtIn);
    assertThat(shown.get("thresholds").toString())
        .isEqualTo("{\"new_customer\":30,\"high_value\":41,\"standard\":40}");

    // and: the shadow told its own, and nothing else
    assertThat(site.values(Topics.RISK_ASSESSMENTS_SHADOW)).isNotEmpty().extracting(RiskAssessment::getModel)
        .containsOnly(shadow);
    JsonNode diff = site.verb("risk", "diff", "--json").json();
    assertThat(diff.get("compared").asInt()).isEqualTo(site.values(Topics.RISK_ASSESSMENTS_SHADOW).size());
    assertThat(diff.get("onlyInShadow").asInt()).isZero();
    assertThat(diff.get("features").fieldNames()).toIterable().containsExactly("amount");

    // and: what is recorded can be made again, all of it, without the shadow's help
    JsonNode same = done("risk", "backtest");
    assertThat(same.get("different").asInt()).isZero();
    assertThat(same.get("compared").asInt() + same.get("repeated").asInt()).isEqualTo(traffic.sent().size());
    new RiskExpected(traffic, site).check();

    // and: another model comes out otherwise, by the feature that changed
    JsonNode otherwise = done("risk", "backtest", "--model", strict.toString());
    assertThat(otherwise.get("different").asInt()).isPositive();
    assertThat(otherwise.get("features").fieldNames()).toIterable().containsExactly("amount");
  }

  @Test
  void shouldRefuseABrokenDocumentAndWriteNothing() throws Exception {
    // given
    Path broken = Files.writeString(site.folder().resolve("broken.yaml"),
        document().replace("tier: new, threshold: 30", "tier: gold, threshold: 30"));

    // when
    Verb refused = site.verb("risk", "publish", broken.toString());
    Verb unknown = site.verb("risk", "publish", "--thresholds", "vip=3");
    Verb none = site.verb("risk", "publish");

    // then
    assertThat(List.of(refused.code(), unknown.code(), none.code())).containsOnly(2);
    assertThat(refused.err()).contains("gold", "new, standard, premium");
    assertThat(unknown.err()).contains("'vip'", "new_customer, high_value, standard");
    assertThat(none.err()).contains("expected one of FILE");
    assertThat(site.committed(Topics.RISK_MODELS)).isEmpty();
    assertThat(site.verb("risk", "show", "--shadow").out()).contains("no model is computed in shadow");
  }

  private void awaitAssessments(int many) {
    await().atMost(PATIENCE).pollInSameThread().until(() -> site.values(Topics.RISK_ASSESSMENTS).size() >= many);
  }

  /** The models of each partition's assessments, in their order. */
  private Map<Integer, List<String>> models() {
    Map<Integer, List<String>> models = new TreeMap<>();
    for (Seen<RiskAssessment> one : site.committed(Topics.RISK_ASSESSMENTS)) {
      List<String> seen = models.computeIfAbsent(one.record().partition(), _ -> new ArrayList<>());
      if (!one.value().getRepeated() && (seen.isEmpty() || !seen.getLast().equals(one.value().getModel()))) {
        seen.add(one.value().getModel());
      }
    }
    return models;
  }

  /** From the first task that switched to the last. */
  private Duration spread(String hash) {
    List<Instant> at = site.values(Topics.LIST_RECEIPTS).stream().filter(one -> one.getSubject().equals(hash))
        .map(Receipt::getInForceAt).sorted().toList();
    assertThat(at).hasSize(Site.PARTITIONS);
    return Duration.between(at.getFirst(), at.getLast());
  }

  private JsonNode done(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--json");
    return site.verb(all.toArray(String[]::new)).done().json();
  }

  private static String document() {
    return new String(DefaultModel.document(), StandardCharsets.UTF_8);
  }
}
