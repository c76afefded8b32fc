package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import org.apache.kafka.common.header.Header;

import io.dialgate.domain.audit.LeafHash;
import io.dialgate.schemas.AuditEntry;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;

/** The audit of a site, against the topics that it copies. */
final class AuditLogs {

  private static final List<Topic<?>> COPIED = List.of(Topics.DIAL_DECISIONS, Topics.OPT_OUT_DISPOSITIONS,
      Topics.OPERATOR_ACTIONS, Topics.RISK_ASSESSMENTS, Topics.RISK_MODELS);
  private static final String LEAF_HASH = "dialgate.leaf.hash";

  private final Site site;

  AuditLogs(Site site) {
    this.site = site;
  }

  /** Whether there are as many copies as facts. */
  boolean isComplete() {
    int facts = COPIED.stream().mapToInt(topic -> site.committed(topic).size()).sum();
    return site.committed(Topics.AUDIT).size() >= facts;
  }

  /** Every fact once, byte for byte; every log dense; every leaf hash right. */
  void check() {
    List<Seen<AuditEntry>> entries = site.committed(Topics.AUDIT);
    assertThat(entries).extracting(seen -> seen.value().getType() + ":" + seen.value().getPartition() + "@"
        + seen.value().getOffset()).as("what was copied").doesNotHaveDuplicates();
    assertThat(copies(entries)).as("copies").isEqualTo(facts());
    Map<Integer, List<Seen<AuditEntry>>> logs = entries.stream()
        .collect(Collectors.groupingBy(seen -> seen.record().partition(), TreeMap::new, Collectors.toList()));
    logs.forEach((partition, log) -> assertThat(log).extracting(seen -> seen.value().getIndex())
        .as("indices of log %d, in the order of its offsets", partition)
        .isEqualTo(LongStream.range(0, log.size()).boxed().toList()));
    var leafHash = new LeafHash();
    assertThat(entries).allSatisfy(seen -> {
      Header header = seen.record().headers().lastHeader(LEAF_HASH);
      assertThat(header).as(LEAF_HASH).isNotNull();
      assertThat(header.value()).as("leaf hash of " + seen.place()).isEqualTo(leafHash.of(seen.record().value()));
    });
  }

  private Map<String, ByteBuffer> facts() {
    Map<String, ByteBuffer> facts = new HashMap<>();
    COPIED.forEach(topic -> site.committed(topic).forEach(
        seen -> facts.put(topic.shortName() + ":" + seen.place(), ByteBuffer.wrap(seen.record().value()))));
    return facts;
  }

  private static Map<String, ByteBuffer> copies(List<Seen<AuditEntry>> entries) {
    Map<String, ByteBuffer> copies = new HashMap<>();
    entries.forEach(seen -> copies.put(
        "%s:%d@%d".formatted(seen.value().getType(), seen.value().getPartition(), seen.value().getOffset()),
        seen.value().getEvent()));
    return copies;
  }
}
