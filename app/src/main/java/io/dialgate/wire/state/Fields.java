package io.dialgate.wire.state;

import java.io.IOException;
import java.time.Instant;

import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.jspecify.annotations.Nullable;

/** Fields that several forms have. */
final class Fields {

  private static final long MICROS_A_SECOND = 1_000_000;
  private static final int NANOS_A_MICRO = 1_000;

  private Fields() {}

  static void text(@Nullable String text, BinaryEncoder out) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeString(text);
    }
  }

  static @Nullable String text(BinaryDecoder in) throws IOException {
    return in.readBoolean() ? in.readString() : null;
  }

  /** Microseconds since the epoch; whatever is finer is cut, as it is everywhere in Dialgate. */
  static void time(Instant time, BinaryEncoder out) throws IOException {
    out.writeLong(time.getEpochSecond() * MICROS_A_SECOND + time.getNano() / NANOS_A_MICRO);
  }

  static Instant time(BinaryDecoder in) throws IOException {
    long micros = in.readLong();
    return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS_A_SECOND),
        Math.floorMod(micros, MICROS_A_SECOND) * NANOS_A_MICRO);
  }

  static void optionalTime(@Nullable Instant time, BinaryEncoder out) throws IOException {
    out.writeBoolean(time != null);
    if (time != null) {
      time(time, out);
    }
  }

  static @Nullable Instant optionalTime(BinaryDecoder in) throws IOException {
    return in.readBoolean() ? time(in) : null;
  }
}
