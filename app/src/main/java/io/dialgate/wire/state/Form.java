package io.dialgate.wire.state;

import java.io.IOException;

import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

/**
 * How a value is written.
 *
 * @param <D> the value
 */
interface Form<D> {

  void write(D value, BinaryEncoder out) throws IOException;

  D read(BinaryDecoder in) throws IOException;
}
