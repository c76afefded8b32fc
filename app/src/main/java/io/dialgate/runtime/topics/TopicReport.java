package io.dialgate.runtime.topics;

import java.util.List;

/**
 * What was found and done.
 *
 * @param partitions how many partitions every co-partitioned topic has: the broker's count, which may differ from the setting
 * if all topics were there already
 * @param created the names of the topics that were missing
 * @param warnings one sentence for each setting of an existing topic that differs from what Dialgate would have set
 */
public record TopicReport(int partitions, List<String> created, List<String> warnings) {

  public TopicReport {
    created = List.copyOf(created);
    warnings = List.copyOf(warnings);
  }
}
