package io.dialgate.runtime.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir
  Path folder;

  @Test
  void shouldForgetJobsThatCannotGoOnUnlessTheyAreAtWork() throws IOException {
    // given: one that was given up, one that still runs, and one that is young
    Instant later = NOON.plus(Job.MAX_AGE).plus(Duration.ofSeconds(1));
    Job.open(folder, null, "given up", NOON).close();
    Job young = Job.open(folder, null, "young", later);
    young.close();

    try (Job running = Job.open(folder, null, "running", NOON)) {
      // when
      try (Job next = Job.open(folder, null, "next", later)) {

        // then
        assertThat(jobs()).containsExactlyInAnyOrder(running.id(), young.id(), next.id());
      }
    }
  }

  private List<String> jobs() throws IOException {
    try (Stream<Path> jobs = Files.list(folder)) {
      return jobs.map(job -> String.valueOf(job.getFileName())).toList();
    }
  }
}
