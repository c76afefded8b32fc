package io.dialgate.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.lists.merge.Pairs;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.RegistryDelta;

class BundlesTest {

  private static final String DIGEST = "0123456789abcdef".repeat(4);
  private static final Instant AUGUST = Instant.parse("2026-08-28T00:00:00Z");
  private static final long ADDED = Moment.of(Change.ADDED, AUGUST);
  private static final long FIRST = 12025550100L;

  private final List<RegistryDelta> records = new ArrayList<>();

  /** A number lies on the partition that its last digit says, odd or even. */
  private final Bundles bundles = new Bundles(new Deltas("us-ftc", DIGEST), 2,
      phone -> (phone.charAt(phone.length() - 1) - '0') % 2, records::add);

  @Test
  void shouldPutTogetherWhatLiesOnOnePartition() {
    // when
    add(LongStream.range(0, 5), ADDED);
    bundles.flush();

    // then
    assertThat(records).extracting(RegistryDelta::getPhones).containsExactly(
        List.of("+12025550100", "+12025550102", "+12025550104"), List.of("+12025550101", "+12025550103"));
    assertThat(records).allSatisfy(record -> {
      assertThat(record.getEventId()).isEqualTo("us-ftc:" + DIGEST.substring(0, 32));
      assertThat(record.getPhone()).isEmpty();
      assertThat(record.getAction()).isEqualTo(ListAction.ADD);
      assertThat(record.getAsOf()).isEqualTo(AUGUST);
      assertThat(Deltas.key(record)).isEqualTo(record.getPhones().getFirst());
    });
  }

  @Test
  void shouldKeepApartWhatSaysSomethingElse() {
    // when
    add(LongStream.of(0, 2), ADDED);
    add(LongStream.of(4, 6), Moment.of(Change.REMOVED, AUGUST));
    add(LongStream.of(8), Moment.of(Change.REMOVED, AUGUST.plusSeconds(1)));
    bundles.flush();

    // then
    assertThat(records).extracting(RegistryDelta::getAction).containsExactly(ListAction.ADD, ListAction.REMOVE,
        ListAction.REMOVE);
    assertThat(records).extracting(record -> record.getPhones().size()).containsExactly(2, 2, 0);
    assertThat(records.getLast()).satisfies(alone -> {
      assertThat(alone.getPhone()).isEqualTo("+12025550108");
      assertThat(alone.getEventId()).endsWith(":+12025550108");
      assertThat(alone.getAsOf()).isEqualTo(AUGUST.plusSeconds(1));
    });
  }

  @Test
  void shouldHandOutEveryNumberOnceInRecordsOfBoundedSize() {
    // when
    add(LongStream.range(0, 1_001), ADDED);
    int full = records.size();
    bundles.flush();
    bundles.flush();

    // then
    assertThat(full).as("a record is handed out when the next number no longer fits").isEqualTo(9);
    assertThat(records).hasSize(11).allSatisfy(record -> assertThat(record.getPhones()).hasSizeLessThanOrEqualTo(100));
    assertThat(records.stream().flatMap(BundlesTest::numbers)).doesNotHaveDuplicates().hasSize(1_001);
  }

  private static Stream<String> numbers(RegistryDelta record) {
    return record.getPhones().isEmpty() ? Stream.of(record.getPhone()) : record.getPhones().stream();
  }

  private void add(LongStream which, long moment) {
    which.forEach(i -> bundles.add(new One(FIRST + i, moment)));
  }

  private record One(long number, long payload) implements Pairs {

    @Override
    public boolean next() {
      return false;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
