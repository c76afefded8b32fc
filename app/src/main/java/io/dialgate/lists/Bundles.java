package io.dialgate.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import io.dialgate.lists.layout.Digits;
import io.dialgate.lists.merge.Pairs;
import io.dialgate.schemas.RegistryDelta;

/**
 * Puts deltas together that say the same of numbers of one partition. What Kafka and the gate do for each record is several times
 * the work of a delta itself, so that a registry of many millions comes in a multiple faster in fewer records.
 */
public final class Bundles {

  /** Numbers of one record: it stays far below the 16 KiB that a record may have, and holds up nobody for long. */
  static final int MAX_NUMBERS = 100;

  private final Deltas deltas;
  private final ToIntFunction<String> partition;
  private final Consumer<RegistryDelta> out;
  private final List<Bundle> open;

  /**
   * With nothing in them.
   *
   * @param deltas makes the records
   * @param partitions of the topic
   * @param partition of a number's E.164 form
   * @param out takes each record that is full
   */
  public Bundles(Deltas deltas, int partitions, ToIntFunction<String> partition, Consumer<RegistryDelta> out) {
    this.deltas = deltas;
    this.partition = partition;
    this.out = out;
    this.open = Stream.generate(Bundle::new).limit(partitions).toList();
  }

  /** Adds the delta at which these stand. */
  public void add(Pairs pair) {
    String phone = Digits.e164(pair.number());
    Bundle bundle = open.get(partition.applyAsInt(phone));
    if (bundle.phones.size() == MAX_NUMBERS || bundle.moment != pair.payload()) {
      close(bundle);
    }
    bundle.moment = pair.payload();
    bundle.phones.add(phone);
  }

  /** Hands out the records that are not full. */
  public void flush() {
    open.forEach(this::close);
  }

  private void close(Bundle bundle) {
    if (!bundle.phones.isEmpty()) {
      out.accept(deltas.record(List.copyOf(bundle.phones), Moment.change(bundle.moment), Moment.at(bundle.moment)));
      bundle.phones.clear();
    }
  }

  /** Numbers of one partition of which the same is said. */
  private static final class Bundle {

    private final List<String> phones = new ArrayList<>(MAX_NUMBERS);
    private long moment;
  }
}
