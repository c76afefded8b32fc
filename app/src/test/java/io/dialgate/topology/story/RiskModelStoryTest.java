package io.dialgate.topology.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.dialgate.schemas.AlertKind;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;
import io.dialgate.schemas.RiskAssessment;
import io.dialgate.wire.record.Policies;

/** Models are published, put in force and computed in shadow while customers spend. */
class RiskModelStoryTest {

  private final RiskStory story = new RiskStory();

  @AfterEach
  void end() {
    story.close();
  }

  @Test
  void shouldScoreUnderTheModelThatWasPutInForceLast() {
    // given
    String strict = story.publishes("threshold 20");

    // when
    String builtIn = story.spends("ann", "1");
    story.activates(strict);
    String live = story.spends("ann", "1");
    story.activates(Policies.hash(ModelsUnderTest.BUILT_IN));
    story.restart();
    String again = story.spends("ann", "1");

    // then
    assertThat(List.of(builtIn, live, again)).extracting(story::answer).containsExactly("LOW 25 standard",
        "HIGH 25 standard", "LOW 40 standard");
    assertThat(story.answers(live).getFirst().getModel()).isEqualTo(strict);
    assertThat(story.receipts()).extracting(Receipt::getSubject).containsExactly(strict,
        Policies.hash(ModelsUnderTest.BUILT_IN));
    assertThat(story.receipts()).extracting(Receipt::getOutcome).containsOnly(ReceiptOutcome.APPLIED);
  }

  @Test
  void shouldKeepTheOldModelAndAlertWhenTheNewOneCannotBeUsed() {
    // given
    String broken = story.publishes("threshold none");

    // when
    story.activates(broken);
    story.activates("sha256:" + "0".repeat(64));
    String id = story.spends("ann", "1");

    // then
    assertThat(story.answers(id).getFirst().getModel()).isEqualTo(Policies.hash(ModelsUnderTest.BUILT_IN));
    assertThat(story.receipts()).extracting(Receipt::getOutcome).containsExactly(ReceiptOutcome.REJECTED,
        ReceiptOutcome.REJECTED);
    assertThat(story.alerts(AlertKind.BROKEN_DOCUMENT)).hasSize(2);
    assertThat(story.rejected()).extracting(one -> one.header("dialgate.error.code")).containsOnly("BROKEN_DOCUMENT");
  }

  @Test
  void shouldComputeAModelInShadowWithoutAnyEffect() {
    // given
    String strict = story.publishes("threshold 20");
    story.activates(strict, true);

    // when
    String id = story.spends("ann", "1");
    story.restart();
    String next = story.spends("ann", "1");

    // then
    assertThat(List.of(id, next)).extracting(story::answer).containsExactly("LOW 25 standard", "LOW 25 standard");
    assertThat(story.shadowAssessments()).extracting(RiskStory::inShort).containsExactly("HIGH 25 standard",
        "HIGH 25 standard");
    assertThat(story.shadowAssessments()).extracting(RiskAssessment::getModel).containsOnly(strict);
    assertThat(story.assessments()).extracting(one -> one.getFacts().getShadow()).containsOnly(strict);
    assertThat(story.alerts(AlertKind.HIGH_RISK)).isEmpty();
    assertThat(velocities(story.assessments())).isEqualTo(velocities(story.shadowAssessments()));
  }

  @Test
  void shouldEndTheShadowWhenItIsTakenAway() {
    // given
    story.activates(story.publishes("threshold 20"), true);
    story.spends("ann", "1");

    // when
    story.activates("", true);
    String id = story.spends("ann", "1");

    // then
    assertThat(story.shadowAssessments()).hasSize(1);
    assertThat(story.answers(id).getFirst().getFacts().getShadow()).isNull();
    assertThat(story.receipts()).extracting(Receipt::getOutcome).containsOnly(ReceiptOutcome.APPLIED);
  }

  @Test
  void shouldCountOtherwiseInPagesOfItsOwnAndGoOnWithThemWhenItComesIntoForce() {
    // given
    String wide = story.publishes("window PT2H threshold 20");
    story.activates(wide, true);
    IntStream.range(0, 3).forEach(_ -> story.spends("ann", "1"));

    // when
    story.after(Duration.ofMinutes(90));
    String inShadow = story.spends("ann", "1");
    story.activates(wide);
    String inForce = story.spends("ann", "1");

    // then
    assertThat(story.answer(inShadow)).isEqualTo("LOW 25 standard");
    assertThat(story.shadowAssessments().get(3).getScore()).isEqualTo(40);
    assertThat(story.answer(inForce)).isEqualTo("HIGH 40 standard");
  }

  private static List<?> velocities(List<RiskAssessment> all) {
    return all.stream().map(RiskAssessment::getVelocities).toList();
  }
}
