package io.dialgate.it;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;

import io.dialgate.runtime.Closing;
import io.dialgate.runtime.Service;
import io.dialgate.runtime.client.GateClient;
import io.dialgate.runtime.settings.SettingKey;
import io.dialgate.runtime.settings.Settings;
import io.dialgate.wire.Topic;
import io.dialgate.wire.registry.ConfluentRegistry;

/** One Dialgate on a ground, with topics, application ids and folders of its own; and those who work with it. */
final class Site implements AutoCloseable {

  /** Partitions of the inputs: few, so that many sites fit on a ground. */
  static final int PARTITIONS = 4;

  private static final String VERBS = "verbs";
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  private final Ground ground;
  private final String name;
  private final Path folder;
  private final Map<String, String> more;
  private final ConfluentRegistry registry;
  private final Closing closing = new Closing();
  private final Map<Topic<?>, Committed<?>> read = new HashMap<>();

  /**
   * A site that nobody works at yet.
   *
   * @param subject of the test; its topics' and applications' names begin with it, and a number of its own
   * @param more settings beside the usual ones, by key
   */
  Site(Ground ground, String subject, Map<String, String> more) {
    this.ground = ground;
    this.name = ground.newName(subject);
    this.more = new HashMap<>(more);
    this.folder = Folders.create(name);
    this.registry = closing.add(new ConfluentRegistry(ground.cluster().schemaRegistry().toString()));
  }

  Site(Ground ground, String subject) {
    this(ground, subject, Map.of());
  }

  /** Sets something else for the instances that are started from here on. */
  void set(Map<String, String> settings) {
    more.putAll(settings);
  }

  /** Runs Dialgate in this process until the site is closed. */
  Service serve() throws InterruptedException {
    return serve("main");
  }

  /** Runs one more instance in this process, with a data folder of that name. */
  Service serve(String instance) throws InterruptedException {
    Settings settings = settings(instance);
    return closing
        .add(Service.start(settings, settings.cluster().orElseThrow(), "test", Clock.systemUTC(), _ -> {}));
  }

  /** Starts {@code up} as a process of its own, with a data folder of that name. */
  UpProcess up(String instance) {
    return up(instance, Map.of());
  }

  /** The same, with these variables beside the usual ones. */
  UpProcess up(String instance, Map<String, String> beside) {
    Map<String, String> environment = environment(instance);
    environment.putAll(beside);
    return closing.add(UpProcess.start(folder.resolve(instance), environment));
  }

  /** Runs a verb of the command line to its end. */
  Verb verb(String... words) {
    return Verb.run(folder, environment(VERBS), words);
  }

  /** Starts one, which is still running then. */
  Running running(String... words) {
    return Running.start(folder, environment(VERBS), words);
  }

  /** The data folder of the verbs that are run here. */
  Path folderOfVerbs() {
    return folder.resolve(VERBS);
  }

  /** A producer with these settings beside the usual ones. */
  Sender sender(Map<String, Object> settings) {
    return closing.add(new Sender(ground.cluster().bootstrapServers(), prefix(), registry, settings));
  }

  /** A client of the gate. */
  GateClient client() {
    Settings settings = settings("client");
    return closing.add(new GateClient(settings, settings.cluster().orElseThrow(), ANSWER_WITHIN));
  }

  /** All that is committed on a topic now, from its beginning. */
  @SuppressWarnings("unchecked")
  <R> List<Seen<R>> committed(Topic<R> topic) {
    var committed = (Committed<R>) read.computeIfAbsent(topic,
        _ -> closing.add(new Committed<>(ground.cluster().bootstrapServers(), prefix(), topic, registry)));
    return committed.upToNow();
  }

  /** The values of those records. */
  <R extends SpecificRecord> List<R> values(Topic<R> topic) {
    return committed(topic).stream().map(Seen::value).toList();
  }

  Ground ground() {
    return ground;
  }

  String prefix() {
    return name + ".";
  }

  Path folder() {
    return folder;
  }

  /** Of all instances: one that takes over has to sign with the same key. */
  Path keyFile() {
    return folder.resolve("key.pem");
  }

  ConfluentRegistry registry() {
    return registry;
  }

  Settings settings(String instance) {
    return Settings.load(Optional.empty(), environment(instance), List.of());
  }

  /** The variables that set an instance up here. */
  Map<String, String> environment(String instance) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("kafka.bootstrap.servers", ground.cluster().bootstrapServers());
    settings.put("schema.registry.url", ground.cluster().schemaRegistry().toString());
    settings.put("topics.prefix", prefix());
    settings.put("topics.partitions", Integer.toString(PARTITIONS));
    settings.put("application.id.prefix", applications());
    settings.put("data.dir", folder.resolve(instance).toString());
    settings.put("http.port", "0");
    settings.put("audit.key.file", keyFile().toString());
    settings.put("policy.default", "lists-only");
    settings.put("roles", "gate,audit");
    settings.putAll(more);
    Map<String, String> environment = new LinkedHashMap<>();
    settings.forEach((key, value) -> environment.put(SettingKey.variable(key), value));
    return environment;
  }

  /** Ends whoever works here still, and leaves the ground as it was: other sites come after this one. */
  @Override
  public void close() throws IOException {
    closing.close();
    Folders.delete(folder);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", ground.cluster().bootstrapServers()))) {
      admin.deleteTopics(admin.listTopics().names().get().stream().filter(this::isOurs).toList()).all().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IOException("expected the broker to delete the topics of %s, but got %s".formatted(name, e), e);
    }
  }

  private boolean isOurs(String topic) {
    return topic.startsWith(prefix()) || topic.startsWith(applications());
  }

  private String applications() {
    return name + "-";
  }
}
