package io.dialgate.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.dialgate.runtime.Refused;
import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.wire.Topics;

/** Against a real broker; every test has a prefix, and so topics, of its own. */
class TopicAdminIT {

  @TempDir
  static Path folder;

  private static BrokerProcess broker;
  private static Admin admin;

  @BeforeAll
  static void start() throws Exception {
    broker = BrokerProcess.start(folder);
    admin = broker.admin();
  }

  @AfterAll
  static void stop() {
    admin.close();
    broker.close();
  }

  @Test
  void shouldCreateEveryTopicOnceWithItsSettings() throws Exception {
    // given
    TopicAdmin topics = new TopicAdmin(admin, new Settings.Topics("once.", 3, (short) -1));

    // when
    TopicReport first = topics.prepare();
    TopicReport second = topics.prepare();

    // then
    assertThat(first.created()).hasSameSizeAs(Topics.ALL).contains("once.dial-requests");
    assertThat(first.partitions()).isEqualTo(3);
    assertThat(second).isEqualTo(new TopicReport(3, List.of(), List.of()));
    assertThat(setting("once.dnc-entries", "cleanup.policy")).isEqualTo("compact");
    assertThat(setting("once.audit", "retention.ms")).isEqualTo("-1");
    assertThat(setting("once.audit", "retention.bytes")).isEqualTo("-1");
    assertThat(setting("once.audit", "cleanup.policy")).isEqualTo("delete");
    assertThat(setting("once.audit", "message.timestamp.type")).isEqualTo("LogAppendTime");
    assertThat(setting("once.audit", "min.insync.replicas")).isEqualTo("1");
    assertThat(admin.describeTopics(List.of("once.policies")).allTopicNames().get().values())
        .allMatch(description -> description.partitions().size() == 1);
  }

  @Test
  void shouldRefuseUnequalPartitionsAndCreateNothing() throws Exception {
    // given
    create("unequal.dial-requests", 3, Map.of());
    create("unequal.consents", 4, Map.of());
    TopicAdmin topics = new TopicAdmin(admin, new Settings.Topics("unequal.", 3, (short) 1));

    // then
    assertThatThrownBy(topics::prepare).isInstanceOf(Refused.class)
        .hasMessageContaining("4 for consents").hasMessageContaining("3 for dial-requests");
    assertThat(admin.listTopics().names().get()).filteredOn(name -> name.startsWith("unequal.")).hasSize(2);
  }

  @Test
  void shouldWarnOfAuditThatIsCompacted() throws Exception {
    // given
    create("warned.audit", 3, Map.of("cleanup.policy", "compact"));
    TopicAdmin topics = new TopicAdmin(admin, new Settings.Topics("warned.", 3, (short) 1));

    // when
    TopicReport report = topics.prepare();

    // then
    assertThat(report.warnings())
        .anyMatch(line -> line.startsWith("expected cleanup.policy=delete for topic warned.audit, but got compact;"));
  }

  @Test
  void shouldLetTwoInstancesStartAtOnce() throws Exception {
    // given
    TopicAdmin topics = new TopicAdmin(admin, new Settings.Topics("race.", 2, (short) 1));

    // when
    List<TopicReport> reports;
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      Future<TopicReport> one = two.submit(topics::prepare);
      Future<TopicReport> other = two.submit(topics::prepare);
      reports = List.of(one.get(), other.get());
    }

    // then
    assertThat(reports).allMatch(report -> report.partitions() == 2);
  }

  @Test
  void shouldSayThatBrokerDoesNotAnswer() {
    // given
    Properties nowhere = new Properties();
    nowhere.putAll(Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", "500", "request.timeout.ms",
        "400"));

    // then
    try (Admin deaf = Admin.create(nowhere)) {
      assertThatThrownBy(() -> new TopicAdmin(deaf, new Settings.Topics("x.", 1, (short) 1)).prepare())
          .isInstanceOf(Unreachable.class).hasMessageStartingWith("expected the broker to answer about its topics")
          .hasMessageContaining("check kafka.bootstrap.servers");
    }
  }

  /** Returns when the broker that is asked next knows the topic, which may be a little after its creation. */
  private static void create(String name, int partitions, Map<String, String> settings) throws Exception {
    admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(settings))).all().get();
    await().until(() -> new Broker(admin).partitions(List.of(name)).containsKey(name));
  }

  private static String setting(String topic, String key) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin.describeConfigs(List.of(resource)).all().get().values().iterator().next().get(key).value();
  }
}
