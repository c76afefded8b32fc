package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;

import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.RegistryStatus;
import io.dialgate.wire.Topics;

/** The verb {@code registry import} is killed at seeded moments, and started again. */
@OnEmbeddedGround
class RegistryImportKilledIT {

  /** Lines of a list that is imported long enough to be killed in the middle. */
  private static final int MANY = 60_000;

  /** The shortest time until it is killed, in milliseconds: it has hardly begun. */
  private static final int MIN_UNTIL_KILL = 1_000;

  /** The longest time until it is killed, in milliseconds: about as long as it takes to its end. */
  private static final int MAX_UNTIL_KILL = 5_000;

  private final Site site;
  private final FtcLists ftc;

  RegistryImportKilledIT(Ground ground) {
    site = new Site(ground, "import-killed");
    ftc = new FtcLists(site);
  }

  @AfterEach
  void leave() throws Exception {
    site.close();
  }

  @EachSeed
  void shouldComeToTheSameTableWhenKilledAndStartedAgain(long seed) throws Exception {
    // given
    site.serve();
    ftc.bring(ftc.list("list-2026-08-01.txt", 1_000, 3_000).toString()).done();
    String list = ftc.list("list-2026-08-08.txt", 1_010, MANY).toString();
    var random = new Random(seed);

    // when
    try (Running killed = site.running("registry", "import", list)) {
      killed.kill(Duration.ofMillis(random.nextInt(MIN_UNTIL_KILL, MAX_UNTIL_KILL)));
    }
    ftc.bring(list).done();

    // then
    assertThat(ftc.listed()).isEqualTo(FtcLists.numbers(1_010, MANY));
    assertThat(site.values(Topics.REGISTRY_STATUS)).last().extracting(RegistryStatus::getSize)
        .isEqualTo((long) MANY - 1_010);
    assertThat(ftc.told(delta -> delta.getAction() == ListAction.REMOVE)).isSubsetOf(FtcLists.numbers(1_000, 1_010));
  }
}
