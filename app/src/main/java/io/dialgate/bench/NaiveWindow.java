package io.dialgate.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

import io.dialgate.schemas.DataActionTransaction;

/**
 * What the plain aggregation keeps of one window: the count, the sum, the values of each attribute, and the latest two times.
 *
 * @param before the latest time before {@code latest} in milliseconds; 0 if there is none
 */
record NaiveWindow(long count, BigDecimal sum, List<Set<String>> values, long latest, long before) {

  private static final int SCALE = 4;

  static NaiveWindow empty() {
    return new NaiveWindow(0, BigDecimal.ZERO.setScale(SCALE),
        RiskWorkload.ATTRIBUTES.stream().<Set<String>>map(_ -> Set.of()).toList(), 0, 0);
  }

  NaiveWindow with(DataActionTransaction one) {
    List<Set<String>> more = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      var grown = new HashSet<>(values.get(i));
      String value = one.getAttributes().get(RiskWorkload.ATTRIBUTES.get(i));
      if (value != null) {
        grown.add(value);
      }
      more.add(grown);
    }
    return new NaiveWindow(count + 1, sum.add(one.getAmount()), more, one.getOccurredAt().toEpochMilli(), latest);
  }

  /** As compact as an afternoon allows. */
  static Serde<NaiveWindow> serde() {
    Serializer<NaiveWindow> serializer = (_, window) -> window == null ? null : window.bytes();
    Deserializer<NaiveWindow> deserializer = (_, bytes) -> bytes == null ? null : of(bytes);
    return Serdes.serdeFrom(serializer, deserializer);
  }

  private byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeLong(count);
      byte[] unscaled = sum.unscaledValue().toByteArray();
      out.writeByte(unscaled.length);
      out.write(unscaled);
      for (Set<String> one : values) {
        out.writeInt(one.size());
        for (String value : one) {
          out.writeUTF(value);
        }
      }
      out.writeLong(latest);
      out.writeLong(before);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static NaiveWindow of(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      long count = in.readLong();
      var sum = new BigDecimal(new BigInteger(in.readNBytes(in.readByte())), SCALE);
      List<Set<String>> values = new ArrayList<>();
      for (int i = 0; i < RiskWorkload.ATTRIBUTES.size(); i++) {
        int size = in.readInt();
        Set<String> one = HashSet.newHashSet(size);
        for (int j = 0; j < size; j++) {
          one.add(in.readUTF());
        }
        values.add(one);
      }
      return new NaiveWindow(count, sum, values, in.readLong(), in.readLong());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
