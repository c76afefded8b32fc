package io.dialgate.topology.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.dialgate.numbering.LibPhoneNumbering;
import io.dialgate.rules.BookDocuments;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.topology.intake.Placement;
import io.dialgate.wire.record.Arrival;
import io.dialgate.wire.record.RegistryDeltas;
import io.dialgate.wire.registry.InMemoryRegistry;

class GateInputsTest {

  private static final int PARTITIONS = 6;
  private static final Instant NOON = Instant.parse("2026-08-28T12:00:00Z");
  private static final List<String> NUMBERS = IntStream.range(0, 100).mapToObj("+120255501%02d"::formatted)
      .toList();

  private final LibPhoneNumbering numbering = new LibPhoneNumbering();
  private final GateInputs inputs = new GateInputs("dialgate.", new InMemoryRegistry(), numbering, new BookDocuments(),
      Duration.ofHours(1));

  @Test
  void shouldTakeWhereItIsARecordWhoseNumbersAllLieThere() {
    // given
    List<String> here = NUMBERS.stream().filter(number -> Placement.partition(number, PARTITIONS) == 4).toList();

    // when
    Placement placement = inputs.place(delta(here), here.getFirst(), 4, PARTITIONS);

    // then
    assertThat(placement).isEqualTo(new Placement.Here(here.getFirst()));
  }

  @Test
  void shouldScatterARecordOfWhichOneNumberLiesElsewhere() {
    // given
    List<String> here = NUMBERS.stream().filter(number -> Placement.partition(number, PARTITIONS) == 4).toList();
    String other = NUMBERS.stream().filter(number -> Placement.partition(number, PARTITIONS) == 5).findFirst()
        .orElseThrow();

    // when
    Placement placement = inputs.place(delta(List.of(here.get(0), other, here.get(1))), here.getFirst(), 4, PARTITIONS);

    // then
    assertThat(placement).isEqualTo(new Placement.Scattered(new Placement.Elsewhere(other, 5)));
  }

  @Test
  void shouldGiveEachPartitionItsShareAndEveryNumberToOne() {
    // when
    List<List<String>> shares = IntStream.range(0, PARTITIONS)
        .mapToObj(partition -> ((Arrival.ListedTogether) inputs.share(delta(NUMBERS), partition, PARTITIONS)).keys()
            .toList())
        .toList();

    // then
    assertThat(shares).allSatisfy(share -> assertThat(share).isNotEmpty().isSubsetOf(NUMBERS));
    assertThat(shares.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(NUMBERS);
    assertThat(inputs.share(delta(shares.getFirst()), 1, PARTITIONS)).isEqualTo(new Arrival.ListedTogether(List.of()));
  }

  @Test
  void shouldNotShareOutWhatIsOfOneNumber() {
    // given
    Arrival one = RegistryDeltas.read(
        new RegistryDelta("e", "us-ftc", ListAction.ADD, NUMBERS.getFirst(), NOON, List.of()), numbering);

    // when / then
    assertThatThrownBy(() -> inputs.share(one, 0, PARTITIONS)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected an arrival that can lie on several partitions");
  }

  private Arrival delta(List<String> numbers) {
    return RegistryDeltas.read(new RegistryDelta("e", "us-ftc", ListAction.ADD, "", NOON, numbers), numbering);
  }
}
