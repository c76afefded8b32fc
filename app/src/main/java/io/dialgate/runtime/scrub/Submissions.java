package io.dialgate.runtime.scrub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.dialgate.domain.access.Caller;
import io.dialgate.http.ScrubDesk;

/**
 * Lists that callers have sent, scrubbed one after the other in the order in which they came. Each has a folder; what was
 * interrupted goes on when the process starts again. A week after it came, all of a list is deleted.
 */
public final class Submissions implements ScrubDesk, AutoCloseable {

  /** Lists that wait. */
  static final int MAX_WAITING = 16;

  /** How long what came of a list can be fetched. */
  static final Duration KEPT = Duration.ofDays(7);

  private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);
  private static final String ID = "[0-9a-f-]{36}";

  /** Scrubs one list. */
  @FunctionalInterface
  interface Work {
    /** Returns what came of it. */
    Map<String, Object> scrub(SubmittedList list, Progress progress);
  }

  private final Path root;
  private final Work work;
  private final InstantSource clock;
  private final BlockingQueue<SubmittedList> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final Thread thread;
  private volatile @Nullable SubmittedList current;
  private volatile Progress progress = new Progress();

  private Submissions(Path root, Work work, InstantSource clock) {
    this.root = root;
    this.work = work;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("scrubs").daemon().unstarted(this::run);
  }

  /** Starts, with those that were interrupted. */
  static Submissions start(Path root, Work work, InstantSource clock) {
    var submissions = new Submissions(root, work, clock);
    submissions.takeUp();
    submissions.thread.start();
    return submissions;
  }

  @Override
  public Submission submit(InputStream list, Wish wish, Caller caller) throws IOException {
    if (waiting.remainingCapacity() == 0) {
      return new Submission.Full(MAX_WAITING);
    }
    deleteOld();
    String id = UUID.randomUUID().toString();
    var kept = new SubmittedList(id, root.resolve(id));
    boolean whole = false;
    try {
      whole = SubmittedList.keep(kept.folder(), list, MAX_LIST_BYTES, wish, caller.name(), clock.instant());
      if (!whole) {
        return new Submission.TooLarge();
      }
      if (!waiting.offer(kept)) {
        whole = false;
        return new Submission.Full(MAX_WAITING);
      }
      return new Submission.Taken(kept.id());
    } finally {
      if (!whole) {
        delete(kept.folder());
      }
    }
  }

  @Override
  public Optional<Map<String, Object>> status(String id, Caller caller) {
    return find(id, caller).map(list -> {
      Map<String, Object> status = new LinkedHashMap<>();
      status.put("id", id);
      if (list.hasEnded()) {
        status.putAll(list.told());
      } else if (list.equals(current)) {
        status.put("state", "RUNNING");
        status.putAll(progress.json());
      } else {
        status.put("state", "WAITING");
      }
      status.put("submittedAt", list.submittedAt().toString());
      return status;
    });
  }

  @Override
  public Optional<Path> part(String id, Part part, Caller caller) {
    return find(id, caller).filter(SubmittedList::hasEnded).map(list -> list.path(part)).filter(Files::exists);
  }

  private Optional<SubmittedList> find(String id, Caller caller) {
    return id.matches(ID)
        ? Optional.of(new SubmittedList(id, root.resolve(id)))
            .filter(list -> list.exists() && list.caller().equals(caller.name()))
        : Optional.empty();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        SubmittedList list = waiting.take();
        progress = new Progress();
        current = list;
        scrub(list);
        current = null;
      }
    } catch (InterruptedException _) {
      // The process ends; what was under way goes on when it starts again.
    }
  }

  private void scrub(SubmittedList list) {
    Map<String, Object> told = new LinkedHashMap<>();
    try {
      Map<String, Object> result = work.scrub(list, progress);
      told.put("state", "DONE");
      told.putAll(result);
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
      LOG.atWarn().addKeyValue("scrub", list.id()).setCause(e).log("a list could not be scrubbed");
      told.put("state", "FAILED");
      told.put("error", Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
    list.end(told);
  }

  private void takeUp() {
    for (SubmittedList list : all()) {
      if (!list.exists()) {
        delete(list.folder());
      } else if (!list.hasEnded() && !waiting.offer(list)) {
        LOG.atWarn().addKeyValue("scrub", list.id()).log("too many lists wait; this one goes on at the next start");
      }
    }
  }

  private void deleteOld() {
    Instant oldest = clock.instant().minus(KEPT);
    for (SubmittedList list : all()) {
      if (list.exists() && list.hasEnded() && list.submittedAt().isBefore(oldest)) {
        delete(list.folder());
      }
    }
  }

  /** The oldest first. */
  private List<SubmittedList> all() {
    try {
      Files.createDirectories(root);
      try (Stream<Path> folders = Files.list(root)) {
        return folders.map(folder -> new SubmittedList(String.valueOf(folder.getFileName()), folder))
            .filter(list -> list.id().matches(ID))
            .sorted(Comparator.comparing(list -> list.exists() ? list.submittedAt() : Instant.EPOCH)).toList();
      }
    } catch (IOException e) {
      throw new IllegalStateException("expected to use the folder %s, but got '%s'".formatted(root, e), e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.atWarn().addKeyValue("folder", folder).setCause(e).log("could not be deleted");
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      if (!thread.join(CLOSE_WITHIN)) {
        LOG.atWarn().log("a scrub did not end in time; it goes on when the process starts again");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
