package io.dialgate.runtime.streams;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.errors.TopologyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.runtime.Unreachable;
import io.dialgate.runtime.settings.Role;
import io.dialgate.runtime.settings.Settings;

/** One topology, running. */
public final class StreamsApp implements AutoCloseable {

  /** Threads that are replaced within {@link #OF_LATE} before the application gives up: what repeats is not cured by it. */
  static final int MAX_REPLACED_THREADS = 20;

  private static final Duration OF_LATE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

  private final Role role;
  private final KafkaStreams streams;
  private final CountDownLatch running = new CountDownLatch(1);
  private final Deque<Instant> failures = new ArrayDeque<>();

  private StreamsApp(Role role, KafkaStreams streams) {
    this.role = role;
    this.streams = streams;
  }

  /**
   * Starts, and returns before it runs.
   *
   * @throws Unreachable if another instance holds the data folder, or if it cannot be written
   */
  public static StreamsApp start(Role role, Topology topology, Settings settings, String bootstrapServers,
      RocksDbMemory memory) {
    Path folder = settings.embedded().dataDir();
    var properties = StreamsProperties.of(role, settings, bootstrapServers, InstanceId.of(folder), memory);
    var app = new StreamsApp(role, inFolder(folder, () -> new KafkaStreams(topology, properties)));
    // Only now is the folder ours: before, we could delete a store that another instance is making.
    HalfMadeStores.delete(StreamsProperties.stateDir(settings).resolve(settings.applicationId(role)));
    KafkaStreams streams = app.streams;
    streams.setStateListener((now, before) -> app.changed(now));
    streams.setUncaughtExceptionHandler(app::failed);
    streams.start();
    return app;
  }

  /** Waits until every task of this instance runs. */
  public void awaitRunning(Duration within) throws InterruptedException {
    if (!running.await(within.toMillis(), TimeUnit.MILLISECONDS) || streams.state() == State.ERROR) {
      throw new Unreachable("expected %s to run within %s, but it is %s; read the log".formatted(role, within,
          streams.state()));
    }
  }

  /** What is wrong; nothing while it does its work. */
  public Optional<String> trouble() {
    return streams.state().isRunningOrRebalancing()
        ? Optional.empty()
        : Optional.of("%s is %s".formatted(role, streams.state()));
  }

  public KafkaStreams streams() {
    return streams;
  }

  /** Commits, and leaves the group, so that others take over at once. */
  @Override
  public void close() {
    if (!streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
        .withTimeout(CLOSE_WITHIN))) {
      LOG.atWarn().addKeyValue("role", role).addKeyValue("within", CLOSE_WITHIN).log("did not close in time");
    }
  }

  /** Kafka Streams takes the folder of its stores when it is made, and has no exception of its own for one that is taken. */
  private static KafkaStreams inFolder(Path folder, Supplier<KafkaStreams> make) {
    try {
      return make.get();
    } catch (TopologyException e) {
      throw e;
    } catch (StreamsException e) {
      throw new Unreachable(
          "expected data folder %s to be free, but another instance holds it, or it cannot be written (%s); stop that one, or choose another folder with --data"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private void changed(State now) {
    LOG.atDebug().addKeyValue("role", role).addKeyValue("state", now).log("state changed");
    if (now == State.RUNNING || now == State.ERROR) {
      running.countDown();
    }
  }

  /** A task that was fenced is cured by a new thread; one that fails on its record is not, and must be seen. */
  private StreamThreadExceptionResponse failed(Throwable failure) {
    int failures = failuresOfLate(Instant.now());
    LOG.atError().addKeyValue("role", role).addKeyValue("failures", failures).setCause(failure)
        .log("stream thread failed");
    return failures > MAX_REPLACED_THREADS
        ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
        : StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private synchronized int failuresOfLate(Instant now) {
    failures.removeIf(at -> at.isBefore(now.minus(OF_LATE)));
    failures.addLast(now);
    return failures.size();
  }
}
