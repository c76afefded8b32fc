package io.dialgate.lists.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class NumberIndexTest {

  @Test
  void shouldKeepPlacesLikeAMapOfTheJdk() {
    // given
    var random = new Random(7);
    var index = new NumberIndex();
    Map<Long, Integer> expected = new LinkedHashMap<>();

    // when
    for (int i = 0; i < 200_000; i++) {
      long number = 14155000000L + random.nextInt(150_000);
      int place = index.add(number);
      assertThat(place).isEqualTo(expected.computeIfAbsent(number, _ -> expected.size()));
    }

    // then
    assertThat(index.size()).isEqualTo(expected.size());
    expected.forEach((number, place) -> {
      assertThat(index.find(number)).isEqualTo(place);
      assertThat(index.at(place)).isEqualTo(number);
    });
    assertThat(index.find(1L)).isEqualTo(-1);
  }
}
