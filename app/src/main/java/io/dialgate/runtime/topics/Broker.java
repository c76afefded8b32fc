package io.dialgate.runtime.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

import io.dialgate.runtime.Unreachable;

/** Kafka's admin client, one question a method, every answer waited for with a bound. */
final class Broker {

  /** How long one answer may take. */
  static final long ANSWER_SECONDS = 30;

  private final Admin admin;

  Broker(Admin admin) {
    this.admin = admin;
  }

  /** Those of the topics that exist, and how many partitions they have. */
  Map<String, Integer> partitions(Collection<String> names) {
    Map<String, Integer> found = new HashMap<>();
    admin.describeTopics(names).topicNameValues().forEach((name, answer) -> {
      try {
        TopicDescription description = await(answer);
        found.put(name, description.partitions().size());
      } catch (Missing missing) {
        // Not found is what the caller wants to know: it creates those.
      }
    });
    return found;
  }

  /** The fewest copies of any partition of each topic that exists. */
  Map<String, Integer> copies(Collection<String> names) {
    Map<String, Integer> found = new HashMap<>();
    admin.describeTopics(names).topicNameValues().forEach((name, answer) -> found.put(name,
        await(answer).partitions().stream().mapToInt(partition -> partition.replicas().size()).min().orElse(0)));
    return found;
  }

  /** The settings in force of each topic. */
  Map<String, Map<String, String>> settings(Collection<String> names) {
    List<ConfigResource> resources = names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
        .toList();
    Map<String, Map<String, String>> settings = new HashMap<>();
    admin.describeConfigs(resources).values().forEach((resource, answer) -> {
      Config config = await(answer);
      Map<String, String> values = new HashMap<>();
      for (ConfigEntry entry : config.entries()) {
        if (entry.value() != null) {
          values.put(entry.name(), entry.value());
        }
      }
      settings.put(resource.name(), values);
    });
    return settings;
  }

  /** Creates the topics; one that somebody else created in the meantime is left as it is. */
  void create(Set<NewTopic> topics) {
    admin.createTopics(topics).values().values().forEach(answer -> {
      try {
        await(answer);
      } catch (Existing created) {
        // Another instance starts at the same time; what it created is checked afterwards.
      }
    });
  }

  private static <T> T await(KafkaFuture<T> answer) {
    try {
      return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case UnknownTopicOrPartitionException missing -> throw new Missing();
        case TopicExistsException exists -> throw new Existing();
        case null, default -> throw unreachable(failed);
      }
    } catch (TimeoutException late) {
      throw unreachable(late);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw unreachable(stop);
    }
  }

  private static Unreachable unreachable(Exception failed) {
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    return new Unreachable(
        "expected the broker to answer about its topics, but got %s: %s; check kafka.bootstrap.servers "
            .formatted(cause.getClass().getSimpleName(), cause.getMessage()) + "and the rights of this client",
        cause);
  }

  private static final class Missing extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Existing extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
