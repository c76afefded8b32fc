package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.schemas.RiskFlag;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topics;

/**
 * The process whose bridges tell two platforms is killed at seeded moments; the platforms fail now and then. In the end each knows
 * what it would know had nothing happened.
 */
@OnEmbeddedGround
class BridgesIT {

  private static final int NUMBERS = 60;
  private static final int EVENTS = 150;
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(2);

  private final Ground ground;

  @TempDir
  Path folder;

  BridgesIT(Ground ground) {
    this.ground = ground;
  }

  @EachSeed
  void shouldTellPlatformsAllInTheEndHoweverOftenKilled(long seed) throws Exception {
    try (var platform = new FakePlatform(seed);
        var site = new Site(ground, "bridges", settings(platform, profile(seed)))) {
      // given
      var told = new Told(site, seed);
      var kills = Kills.begin(site, seed);

      // when
      for (int kill = 0; kill < kills(seed); kill++) {
        told.say();
        kills.killAtWork();
        kills.startAgain();
      }
      told.say();

      // then
      await("the platforms' final state").atMost(SETTLED_WITHIN).pollInterval(Duration.ofMillis(250))
          .untilAsserted(() -> {
            assertThat(platform.flags()).isEqualTo(told.flags);
            assertThat(platform.listed()).isEqualTo(told.listed());
            assertThat(platform.uncallable()).isEqualTo(told.recalled(site));
            assertThat(summed(platform, "allowed")).isEqualTo(decided(site, Verdict.ALLOW));
            assertThat(summed(platform, "suppressed")).isEqualTo(decided(site, Verdict.SUPPRESS));
            assertThat(summed(platform, "recalled")).isEqualTo(decided(site, Verdict.RECALL));
          });
      assertThat(told.recalled(site)).as("recalls, without which this shows little").isNotEmpty();
      new KeysHeard(platform.heard()).assertStable(site, !isBatched(seed));
      assertSummedUpWithoutAGap(platform);
      assertThat(platform.heard()).hasSizeGreaterThan(told.flags.size());
      assertThat(site.committed(Topics.REJECTED_RECORDS)).isEmpty();
    }
  }

  /** Twice with every other seed: what the first kill left behind is killed again. */
  private static int kills(long seed) {
    return seed % 2 == 0 ? 2 : 1;
  }

  /** With every other seed one item a request, so that its key can be compared with what it is made of. */
  private static boolean isBatched(long seed) {
    return seed % 2 == 0;
  }

  private String profile(long seed) throws IOException {
    if (isBatched(seed)) {
      return "platform-api";
    }
    try (InputStream shipped = Objects
        .requireNonNull(BridgesIT.class.getResourceAsStream("/platforms/genesys-platform-api.yaml"))) {
      String one = new String(shipped.readAllBytes(), StandardCharsets.UTF_8).replaceAll("size: \\d+", "size: 1");
      return Files.writeString(folder.resolve("one-" + seed + ".yaml"), one).toString();
    }
  }

  private static long decided(Site site, Verdict verdict) {
    return site.values(Topics.DIAL_DECISIONS).stream().filter(it -> it.getVerdict() == verdict).count();
  }

  private static long summed(FakePlatform platform, String count) {
    return platform.summaries().values().stream().mapToLong(summary -> summary.path(count).asLong()).sum();
  }

  /** Keys begin with the instants, and so lie in their order. */
  private static void assertSummedUpWithoutAGap(FakePlatform platform) {
    List<JsonNode> summaries = List.copyOf(platform.summaries().values());
    assertThat(summaries).hasSizeGreaterThan(1);
    for (int i = 1; i < summaries.size(); i++) {
      assertThat(summaries.get(i).path("from")).isEqualTo(summaries.get(i - 1).path("until"));
    }
  }

  private static Map<String, String> settings(FakePlatform platform, String profile) {
    Map<String, String> settings = new HashMap<>();
    settings.put("roles", "gate,bridge");
    settings.put("bridge.cxone.profile", "guide");
    settings.put("bridge.cxone.operations", "fraud-flag");
    settings.put("bridge.genesys.profile", profile);
    settings.put("bridge.genesys.parameters", "dncListId=L1,contactListId=C1");
    for (String name : List.of("cxone", "genesys")) {
      settings.put("bridge." + name + ".url", platform.url().toString());
      settings.put("bridge." + name + ".token.url", platform.url() + "/oauth2/token");
      settings.put("bridge." + name + ".client.id", "me");
      settings.put("bridge." + name + ".client.secret", "s3cret");
      settings.put("bridge." + name + ".rate", "1000");
    }
    settings.put("bridge.summaries.url", platform.url() + "/summaries");
    settings.put("bridge.summaries.secret", "s3cret");
    settings.put("bridge.summaries.every", "PT1S");
    settings.put("bridge.backoff.first", "PT0.02S");
    settings.put("bridge.attempts", "12");
    settings.put("bridge.breaker.open", "PT0.5S");
    settings.put("kafka.session.timeout.ms", "3000");
    settings.put("kafka.heartbeat.interval.ms", "500");
    return settings;
  }

  /** What is said to Dialgate, and what the platforms have to know then. */
  private static final class Told {

    private final Map<String, String> flags = new TreeMap<>();
    private final Map<String, Boolean> optedOut = new HashMap<>();
    private final Sender sender;
    private final Random random;
    private int event;

    Told(Site site, long seed) {
      this.random = new Random(seed);
      this.sender = site.sender(Map.of());
    }

    /** Transactions are scored, numbers are asked for, people opt out and in again. */
    void say() {
      for (int i = 0; i < EVENTS; i++) {
        event++;
        String number = Say.number(random.nextInt(NUMBERS));
        switch (random.nextInt(4)) {
          case 0 -> {
            String interaction = "i" + event;
            int score = random.nextInt(101);
            flags.put(interaction, Integer.toString(score));
            sender.send(Topics.RISK_ASSESSMENTS, "c" + event % 9, assessment(interaction, score));
          }
          case 1 -> {
            DialRequest request = Say.request("r" + event, number);
            request.setPlatform("genesys");
            request.setContactId("contact-" + event);
            sender.send(Topics.DIAL_REQUESTS, number, request);
          }
          case 2 -> say(number, true);
          default -> say(number, false);
        }
      }
      sender.flush();
    }

    private void say(String number, boolean out) {
      optedOut.put(number, out);
      sender.send(Topics.OPT_OUT_DISPOSITIONS, number,
          out ? Say.optOut("e" + event, number) : Say.optIn("e" + event, number));
    }

    Set<String> listed() {
      Set<String> listed = new TreeSet<>();
      optedOut.forEach((number, out) -> {
        if (out) {
          listed.add(number);
        }
      });
      return listed;
    }

    Set<String> recalled(Site ofSite) {
      Set<String> contacts = new TreeSet<>();
      ofSite.values(Topics.DIAL_DECISIONS).stream()
          .filter(decision -> decision.getVerdict() == Verdict.RECALL)
          .forEach(decision -> contacts
              .add(Objects.requireNonNull(decision.getFacts().getRequest().getContactId())));
      return contacts;
    }

    private static RiskAssessment assessment(String interaction, int score) {
      var assessment = new RiskAssessment();
      assessment.setTransactionId("t-" + interaction);
      assessment.setInteractionId(interaction);
      assessment.setCustomerId("c");
      assessment.setScore(score);
      assessment.setFlag(score > 75 ? RiskFlag.HIGH : RiskFlag.LOW);
      assessment.setCategory("default");
      assessment.setThreshold(75);
      assessment.setContributions(List.of());
      assessment.setVelocities(List.of());
      assessment.setModel("sha256:none");
      assessment.setAssessedAt(Say.now());
      return assessment;
    }
  }
}
