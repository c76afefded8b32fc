package io.dialgate.bridge.feed;

import java.util.Optional;

import org.apache.avro.specific.SpecificRecord;

import io.dialgate.bridge.delivery.Item;
import io.dialgate.wire.Topic;

/**
 * One kind of thing that is told.
 *
 * @param <V> the class of the records that it is made of
 */
public interface Feed<V extends SpecificRecord> {

  /** Where those records are. */
  Topic<V> topic();

  /**
   * What is told of a record.
   *
   * @return nothing, if the record does not concern the destination
   */
  Optional<Item> item(Mail<V> mail);
}
