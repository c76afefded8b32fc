package io.dialgate.runtime;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.NotProven;
import io.dialgate.ledger.topic.LogTopic;
import io.dialgate.topology.audit.CommittedLog;

/** The committed end of each log, read from the audit topic. May be asked by several threads, one after the other. */
final class CommittedTail implements CommittedLog, AutoCloseable {

  private final Supplier<LogTopic> connect;
  private final LeafHash leafHash = new LeafHash();
  private @Nullable LogTopic topic;

  CommittedTail(Supplier<LogTopic> connect) {
    this.connect = connect;
  }

  @Override
  public synchronized Optional<Last> last(int log) {
    LogTopic connected = topic;
    if (connected == null) {
      connected = connect.get();
      topic = connected;
    }
    try {
      return connected.last(log).map(entry -> new Last(entry.content().index(), leafHash.of(entry.bytes())));
    } catch (NotProven failure) {
      throw new IllegalStateException("expected the audit topic to hold entries only: " + failure.getMessage(),
          failure);
    }
  }

  @Override
  public synchronized void close() {
    if (topic != null) {
      topic.close();
    }
  }
}
