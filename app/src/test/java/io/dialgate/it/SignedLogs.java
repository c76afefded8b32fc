package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.SignedCheckpoint;
import io.dialgate.domain.audit.verify.EntryCheck;
import io.dialgate.domain.audit.verify.LogCheck;
import io.dialgate.domain.audit.verify.LogVerifier;
import io.dialgate.domain.audit.verify.Replay;
import io.dialgate.ledger.key.KeyFile;
import io.dialgate.ledger.tile.TileFolder;
import io.dialgate.wire.Topics;

/** The signed heads of a site's logs, as an outsider sees them who has read both topics from the beginning. */
final class SignedLogs {

  private static final Duration SIGNED_WITHIN = Duration.ofSeconds(60);

  private final Site site;

  SignedLogs(Site site) {
    this.site = site;
  }

  /** Waits until every entry is covered by a signed head; nothing may be written meanwhile. */
  void awaitAllSigned() {
    await("a signed head over every entry").atMost(SIGNED_WITHIN).pollInSameThread().untilAsserted(() -> {
      Map<Integer, Long> signed = new TreeMap<>();
      heads().forEach((log, heads) -> signed.put(log, heads.stream().mapToLong(TreeHead::size).max().orElse(0)));
      Map<Integer, Long> sizes = new TreeMap<>();
      leaves().forEach((log, leaves) -> sizes.put(log, (long) leaves.size()));
      assertThat(signed).isEqualTo(sizes);
    });
  }

  /** One history passes through every head that was ever signed, by one key. */
  void checkHistory() throws NotProven {
    Map<Integer, List<TreeHead>> heads = heads();
    for (Map.Entry<Integer, List<byte[]>> log : leaves().entrySet()) {
      Replay replay = Replay.against(heads.getOrDefault(log.getKey(), List.of()));
      for (byte[] leaf : log.getValue()) {
        replay.append(leaf);
      }
      replay.requireReached(log.getValue().size(), "log " + log.getKey());
    }
  }

  /** The tiles in a data folder are the whole log, up to the last head. */
  void checkTiles(Path data) throws IOException {
    Map<Integer, List<TreeHead>> heads = heads();
    for (int log = 0; log < Site.PARTITIONS; log++) {
      var verifier = new LogVerifier(new KeyFile(site.keyFile()).read().verifierKey(origin(log)),
          heads.getOrDefault(log, List.of()), EntryCheck.NONE);
      assertThat(verifier.verify(new TileFolder(data.resolve("audit").resolve(Integer.toString(log)))))
          .as("tiles of log %d", log).isInstanceOf(LogCheck.Whole.class);
    }
  }

  private Map<Integer, List<byte[]>> leaves() {
    var leafHash = new LeafHash();
    Map<Integer, List<byte[]>> leaves = new TreeMap<>();
    for (int log = 0; log < Site.PARTITIONS; log++) {
      leaves.put(log, new ArrayList<>());
    }
    site.committed(Topics.AUDIT)
        .forEach(seen -> leaves.computeIfAbsent(seen.record().partition(), _ -> new ArrayList<>())
            .add(leafHash.of(seen.record().value())));
    return leaves;
  }

  private Map<Integer, List<TreeHead>> heads() {
    Map<Integer, List<TreeHead>> heads = new TreeMap<>();
    site.committed(Topics.AUDIT_CHECKPOINTS).forEach(seen -> {
      String origin = new String(seen.record().key(), StandardCharsets.UTF_8);
      int log = Integer.parseInt(origin.substring(origin.lastIndexOf('/') + 1));
      assertThat(origin).isEqualTo(origin(log));
      heads.computeIfAbsent(log, _ -> new ArrayList<>()).add(open(origin, seen.record().value()));
    });
    return heads;
  }

  private TreeHead open(String origin, byte[] note) {
    try {
      return SignedCheckpoint.open(note, new KeyFile(site.keyFile()).read().verifierKey(origin)).head();
    } catch (IOException | NotProven e) {
      throw new AssertionError("not signed by the site's key: " + new String(note, StandardCharsets.UTF_8), e);
    }
  }

  private static String origin(int log) {
    return "dialgate.local/audit/" + log;
  }
}
