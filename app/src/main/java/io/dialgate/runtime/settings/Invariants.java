package io.dialgate.runtime.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What no setting that is handed on to Kafka may change, because Dialgate's promises stand on it.
 *
 * <p>A rule is asked by Kafka's own name, after the prefixes {@code consumer.}, {@code producer.} and so on, under which
 * Kafka Streams takes it too.
 */
final class Invariants {

  static final String EXACTLY_ONCE = "exactly_once_v2";
  static final String WHY_EXACTLY_ONCE = "any other can decide a request twice, lose a recall or leave a gap in the audit";

  private static final List<String> CLIENT_PREFIXES = List.of("main.consumer.", "restore.consumer.", "global.consumer.",
      "consumer.", "producer.", "admin.");

  /** Settings that may be given, but only so. */
  private static final Map<String, Only> FIXED = Map.ofEntries(
      Map.entry("processing.guarantee", new Only(Set.of(EXACTLY_ONCE), WHY_EXACTLY_ONCE)),
      Map.entry("isolation.level",
          new Only(Set.of("read_committed"), "a reader of uncommitted records acts on decisions that are then undone")),
      Map.entry("enable.idempotence", new Only(Set.of("true"), "a producer that is not can write a decision twice")),
      Map.entry("acks",
          new Only(Set.of("all", "-1"), "an opt-out is acknowledged only when no single broker's end can lose it")),
      Map.entry("auto.offset.reset",
          new Only(Set.of("earliest"), "a reader that begins later misses opt-outs, and would allow their calls")),
      Map.entry("enable.auto.commit",
          new Only(Set.of("false"), "positions are committed with what they caused, in one transaction")),
      Map.entry("partitioner.ignore.keys",
          new Only(Set.of("false"), "a number's records must all lie on the partition of its key")),
      Map.entry("ensure.explicit.internal.resource.naming",
          new Only(Set.of("true"), "a generated name changes with the code, and state is lost with it")));

  /** Settings that Dialgate sets itself, and the key to use instead, or the reason. */
  private static final Map<String, String> OWNED = Map.ofEntries(
      Map.entry("bootstrap.servers", use("kafka.bootstrap.servers")),
      Map.entry("application.id", use("application.id.prefix")),
      Map.entry("num.stream.threads", use("gate.threads, risk.threads or audit.threads")),
      Map.entry("commit.interval.ms",
          use("gate.commit.interval.ms, risk.commit.interval.ms or audit.commit.interval.ms")),
      Map.entry("replication.factor", use("topics.replication.factor")),
      Map.entry("state.dir", use("data.dir")),
      Map.entry("group.id", "it is the application id"),
      Map.entry("transactional.id", "Kafka Streams derives it from the application id"),
      Map.entry("partitioner.class", "a number's records must all lie on the partition that murmur2 of its key gives"),
      Map.entry("key.serializer", "the format of keys and values is a contract"),
      Map.entry("value.serializer", "the format of keys and values is a contract"),
      Map.entry("key.deserializer", "the format of keys and values is a contract"),
      Map.entry("value.deserializer", "the format of keys and values is a contract"),
      Map.entry("default.key.serde", "the format of keys and values is a contract"),
      Map.entry("default.value.serde", "the format of keys and values is a contract"));

  private Invariants() {}

  private record Only(Set<String> values, String why) {}

  /** What is wrong with handing this on, as "X, but got Y …; do Z", or nothing. */
  static Optional<String> objection(String prefix, Setting setting) {
    String name = kafkaName(setting.key().substring(prefix.length()));
    Only only = FIXED.get(name);
    if (only != null && !only.values().contains(setting.value())) {
      return Optional.of("expected %s to be %s, because %s, but got '%s' %s; remove it".formatted(setting.key(),
          String.join(" or ", only.values().stream().sorted().toList()), only.why(), setting.value(),
          setting.origin()));
    }
    String instead = OWNED.get(name);
    if (instead != null) {
      return Optional.of("expected %s to be left to Dialgate (%s), but got it %s; remove it".formatted(setting.key(),
          instead, setting.origin()));
    }
    return Optional.empty();
  }

  private static String kafkaName(String name) {
    return CLIENT_PREFIXES.stream().filter(name::startsWith).findFirst()
        .map(prefix -> name.substring(prefix.length())).orElse(name);
  }

  private static String use(String key) {
    return "which has " + key + " for it";
  }
}
