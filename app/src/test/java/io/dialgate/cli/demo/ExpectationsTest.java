package io.dialgate.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ExpectationsTest {

  private final Listener listener = new Listener();
  private final Expectations expectations = new Expectations(listener);

  @Test
  void shouldTellFactThatHolds() {
    // when
    expectations.check("one alert", 1, 1);

    // then
    assertThat(expectations.held()).isEqualTo(1);
    assertThat(expectations.failed()).isZero();
    assertThat(listener.words).containsExactly("   @|green ✔|@ one alert");
    assertThat(listener.documents).containsExactly(Map.of("fact", "one alert", "asExpected", true));
  }

  @Test
  void shouldSayWhatWasExpectedAndWhatCameInstead() {
    // when
    expectations.check("the answer", "SUPPRESS NATIONAL_DNC", "ALLOW");

    // then
    assertThat(expectations.held()).isZero();
    assertThat(expectations.failed()).isEqualTo(1);
    assertThat(listener.words.getFirst().lines()).containsExactly("   @|bold,red ✘|@ the answer",
        "     @|bold,red expected|@ SUPPRESS NATIONAL_DNC", "     @|bold,red but got|@  ALLOW");
    assertThat(listener.documents).containsExactly(Map.of("fact", "the answer", "asExpected", false, "expected",
        "SUPPRESS NATIONAL_DNC", "got", "ALLOW"));
  }

  @Test
  void shouldSayThatNothingCame() {
    // when
    expectations.check("the answer", "ALLOW", "");

    // then
    assertThat(listener.words.getFirst()).endsWith("but got|@  nothing");
  }

  private static final class Listener implements Narrator {

    private final List<Map<String, Object>> documents = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    @Override
    public void tell(Map<String, ?> document, String told) {
      documents.add(new LinkedHashMap<>(document));
      words.add(told);
    }

    @Override
    public void progress(String told) {
      words.add(told);
    }
  }
}
