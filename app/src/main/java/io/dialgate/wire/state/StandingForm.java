package io.dialgate.wire.state;

import java.io.IOException;

import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

import io.dialgate.domain.policy.Circumstances.EmergencyBlock;
import io.dialgate.domain.policy.Circumstances.RegistryCopy;

/** What holds for many numbers at once: a kind, and its fields. */
final class StandingForm implements Form<Standing> {

  private static final int COPY = 0;
  private static final int BLOCK = 1;
  private static final int RELEASE = 2;
  private static final int DOCUMENT = 3;
  private static final int ACTIVE = 4;

  @Override
  public void write(Standing standing, BinaryEncoder out) throws IOException {
    switch (standing) {
      case Standing.Copy(RegistryCopy copy) -> {
        out.writeInt(COPY);
        out.writeString(copy.registry());
        out.writeString(copy.area());
        Fields.time(copy.asOf(), out);
      }
      case Standing.Block block -> {
        out.writeInt(BLOCK);
        write(block, out);
      }
      case Standing.Release release -> {
        out.writeInt(RELEASE);
        out.writeString(release.region());
        Fields.time(release.at(), out);
      }
      case Standing.Document document -> {
        out.writeInt(DOCUMENT);
        out.writeString(document.hash());
        out.writeString(document.text());
      }
      case Standing.Active active -> {
        out.writeInt(ACTIVE);
        out.writeString(active.hash());
        Fields.time(active.at(), out);
      }
    }
  }

  @Override
  public Standing read(BinaryDecoder in) throws IOException {
    int kind = in.readInt();
    return switch (kind) {
      case COPY -> new Standing.Copy(new RegistryCopy(in.readString(), in.readString(), Fields.time(in)));
      case BLOCK -> readBlock(in);
      case RELEASE -> new Standing.Release(in.readString(), Fields.time(in));
      case DOCUMENT -> new Standing.Document(in.readString(), in.readString());
      case ACTIVE -> new Standing.Active(in.readString(), Fields.time(in));
      default -> throw new IOException("expected a kind of row from 0 to 4, but got " + kind);
    };
  }

  private static void write(Standing.Block standing, BinaryEncoder out) throws IOException {
    EmergencyBlock block = standing.block();
    out.writeString(block.id());
    out.writeString(block.region());
    Fields.time(block.from(), out);
    Fields.optionalTime(block.to(), out);
    out.writeString(block.because());
    Fields.time(standing.at(), out);
  }

  private static Standing readBlock(BinaryDecoder in) throws IOException {
    var block = new EmergencyBlock(in.readString(), in.readString(), Fields.time(in), Fields.optionalTime(in),
        in.readString());
    return new Standing.Block(block, Fields.time(in));
  }
}
