package io.dialgate.domain.risk.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageOwnerTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, 'h'})
  void shouldTellTheOwnerOfTheOnePageThatEachCustomerHas(long plan) {
    for (String customer : new String[]{"a", "zoë", "h".repeat(127), "h".repeat(128)}) {
      // given
      var keys = new PageKeys(customer, plan);

      // when / then
      assertThat(PageOwner.ofHead(keys.head())).contains(new PageOwner(customer, plan));
      assertThat(PageOwner.ofHead(keys.node('h'))).isEmpty();
      assertThat(PageOwner.ofHead(keys.values(1L << 40))).isEmpty();
    }
  }
}
