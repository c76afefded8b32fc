package io.dialgate.ledger.checkpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import io.dialgate.ledger.key.KeyFile;

/**
 * What a checkpointer works with.
 *
 * @param client what every Kafka client is given
 * @param prefix of the topics' names
 * @param origin of the logs: each is this, a slash and its partition
 * @param folder of the tiles: one folder a log in it, by its partition
 * @param key of all logs
 * @param group in which instances take turns
 * @param instance this one's lasting name in the group (KIP-345)
 * @param interval between two heads of a log
 */
public record CheckpointerSettings(Map<String, Object> client, String prefix, String origin, Path folder, KeyFile key,
    String group, String instance, Duration interval) {

  /** The name of a log. */
  public String origin(int log) {
    return origin + "/" + log;
  }

  /** The folder of a log. */
  public Path folder(int log) {
    return folder.resolve(Integer.toString(log));
  }
}
