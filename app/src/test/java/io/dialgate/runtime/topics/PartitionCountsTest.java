package io.dialgate.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.dialgate.runtime.Refused;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;

class PartitionCountsTest {

  private static final List<Topic<?>> TOPICS = List.of(Topics.DIAL_REQUESTS, Topics.OPT_OUT_DISPOSITIONS,
      Topics.CONSENTS, Topics.POLICIES);

  @Test
  void shouldAgreeOnSettingWhenNothingExists() {
    // when
    int agreed = PartitionCounts.agreed(TOPICS, Map.of(), 6);

    // then
    assertThat(agreed).isEqualTo(6);
  }

  @Test
  void shouldAgreeOnBrokersCountWhenAllExist() {
    // given
    Map<Topic<?>, Integer> existing = Map.of(Topics.DIAL_REQUESTS, 48, Topics.OPT_OUT_DISPOSITIONS, 48,
        Topics.CONSENTS, 48, Topics.POLICIES, 1);

    // when
    int agreed = PartitionCounts.agreed(TOPICS, existing, 6);

    // then
    assertThat(agreed).isEqualTo(48);
  }

  @Test
  void shouldRefuseUnequalCountsAndNameThem() {
    // given
    Map<Topic<?>, Integer> existing = Map.of(Topics.DIAL_REQUESTS, 6, Topics.OPT_OUT_DISPOSITIONS, 6,
        Topics.CONSENTS, 12);

    // then
    assertThatThrownBy(() -> PartitionCounts.agreed(TOPICS, existing, 6)).isInstanceOf(Refused.class)
        .hasMessage("expected the same number of partitions for all topics that share state, but got 12 for consents; "
            + "6 for dial-requests, opt-out-dispositions; recreate those that differ, or choose another topics.prefix");
  }

  @Test
  void shouldRefuseToCreateTopicsThatWouldDiffer() {
    // given
    Map<Topic<?>, Integer> existing = Map.of(Topics.DIAL_REQUESTS, 12);

    // then
    assertThatThrownBy(() -> PartitionCounts.agreed(TOPICS, existing, 6)).isInstanceOf(Refused.class)
        .hasMessage("expected topics.partitions to be 12, as the topics have that exist already, but got 6; "
            + "set topics.partitions to 12");
  }

  @Test
  void shouldRefuseSeveralPartitionsWhereOrderMatters() {
    // given
    Map<Topic<?>, Integer> existing = Map.of(Topics.POLICIES, 6);

    // then
    assertThatThrownBy(() -> PartitionCounts.agreed(TOPICS, existing, 6)).isInstanceOf(Refused.class)
        .hasMessageStartingWith("expected 1 partition for topic policies");
  }
}
