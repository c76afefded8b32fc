package io.dialgate.it;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** The lives of one instance, which is killed at seeded moments and started again on the same folder. */
final class Kills {

  /** The longest time between a start and the moment of its kill, in milliseconds: longer than a start takes. */
  private static final int MAX_OF_START = 5_000;

  /** The longest time of work between an instance's being ready and its end, in milliseconds. */
  private static final int MAX_OF_WORK = 2_500;

  private static final String FOLDER = "data";

  private final Site site;
  private final Random random;
  private UpProcess instance;

  private Kills(Site site, long seed) {
    this.site = site;
    this.random = new Random(seed);
    this.instance = site.up(FOLDER);
  }

  /** Starts the first instance, and returns when it is ready. */
  static Kills begin(Site site, long seed) {
    var kills = new Kills(site, seed);
    kills.instance.awaitReady();
    return kills;
  }

  /** Kills the instance while it works. */
  void killAtWork() throws InterruptedException {
    work();
    instance.kill();
  }

  /** Starts the next instance and kills it before it is ready, or shortly after. */
  void killAtStart() throws InterruptedException {
    instance = site.up(FOLDER);
    instance.live(Duration.ofMillis(random.nextInt(MAX_OF_START)));
    instance.kill();
  }

  /** Starts the next instance, and returns when it is ready. */
  void startAgain() {
    instance = site.up(FOLDER);
    instance.awaitReady();
  }

  /** Lets the instance work for a while. */
  void work() throws InterruptedException {
    instance.live(Duration.ofMillis(random.nextInt(MAX_OF_WORK)));
  }

  /** Ends the last instance in order; and its exit code. */
  int stop() throws IOException, InterruptedException {
    return instance.stop();
  }

  /** Where every instance keeps its data. */
  Path folder() {
    return site.folder().resolve(FOLDER);
  }
}
