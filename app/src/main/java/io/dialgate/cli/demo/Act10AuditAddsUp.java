package io.dialgate.cli.demo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

import io.dialgate.domain.audit.LeafHash;
import io.dialgate.schemas.AuditEntry;

/** Everything that was said, done and decided is in the audit, once. */
final class Act10AuditAddsUp implements Act {

  /** 21 requests are answered, and 2 of them recalled. */
  private static final long DECISIONS = 23;

  /**
   * Beside them: 3 people opted out, and of a fourth it is not known who; 2 files were imported, a number held, a region blocked; a registry is fresh; and 4
   * transactions were answered, one of them again.
   */
  private static final Map<String, Long> FACTS = new TreeMap<>(Map.of("dial-decisions", DECISIONS,
      "opt-out-dispositions", 4L, "operator-actions", 4L, "registry-status", 1L, "risk-assessments", 5L));

  private final LeafHash leafHash = new LeafHash();

  @Override
  public String title() {
    return "The audit has each decision, assessment, opt-out and operator action once, and proves it";
  }

  @Override
  public void play(Stage stage) {
    long facts = FACTS.values().stream().mapToLong(Long::longValue).sum();
    stage.seen().await(() -> entries(stage).size() >= facts);
    Map<Integer, List<Long>> indexes = new TreeMap<>();
    stage.seen().audit.forEach((log, records) -> indexes.put(log,
        records.stream().map(record -> stage.seen().auditEntry(record).getIndex()).toList()));
    tell(stage, indexes);
    Map<String, Long> got = entries(stage).stream()
        .collect(Collectors.groupingBy(AuditEntry::getType, TreeMap::new, Collectors.counting()));
    stage.expectations().check("as many entries as facts: " + FACTS, FACTS, got);
    stage.expectations().check("as many decisions were read back", DECISIONS,
        stage.seen().decisions.values().stream().mapToLong(List::size).sum());
    stage.expectations().check("each log counts 0, 1, 2 and so on, without a gap", dense(indexes), indexes);
    stage.expectations().check("each leaf hash (RFC 6962) is that of the stored bytes", 0L, stage.seen().audit.values()
        .stream().flatMap(List::stream).filter(record -> !hashed(record)).count());
    prove(stage, indexes);
  }

  /** What an outsider does who has nothing but the logs' key. */
  private static void prove(Stage stage, Map<Integer, List<Long>> indexes) {
    stage.seen().await(() -> indexes.entrySet().stream()
        .allMatch(log -> stage.logs().signed(log.getKey()) >= log.getValue().size()));
    stage.expectations().check("a signed head (Ed25519, C2SP tlog-checkpoint) covers every entry of each log", true,
        indexes.entrySet().stream().allMatch(log -> stage.logs().signed(log.getKey()) >= log.getValue().size()));
    List<Boolean> proven = indexes.entrySet().stream()
        .flatMap(log -> log.getValue().stream().map(index -> stage.logs().proves(log.getKey(), index))).toList();
    stage.expectations().check("each of the %d entries is proven by it, and no longer when one bit is altered"
        .formatted(proven.size()), false, proven.contains(false));
  }

  private static List<AuditEntry> entries(Stage stage) {
    return stage.seen().audit.values().stream().flatMap(List::stream).map(stage.seen()::auditEntry).toList();
  }

  private static void tell(Stage stage, Map<Integer, List<Long>> indexes) {
    Map<String, Object> counts = new LinkedHashMap<>();
    indexes.forEach((log, entries) -> counts.put(log.toString(), entries.size()));
    stage.narrator().tell(Map.of("audit", counts), "   entries by partition: " + counts.entrySet().stream()
        .map(count -> count.getKey() + " has " + count.getValue()).collect(Collectors.joining(", ")));
  }

  private static Map<Integer, List<Long>> dense(Map<Integer, List<Long>> indexes) {
    Map<Integer, List<Long>> dense = new TreeMap<>();
    indexes.forEach((log, entries) -> dense.put(log,
        IntStream.range(0, entries.size()).mapToObj(Long::valueOf).toList()));
    return dense;
  }

  private boolean hashed(ConsumerRecord<String, byte[]> record) {
    Header header = record.headers().lastHeader("dialgate.leaf.hash");
    return header != null && Arrays.equals(header.value(), leafHash.of(record.value()));
  }
}
