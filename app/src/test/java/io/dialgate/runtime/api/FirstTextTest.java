package io.dialgate.runtime.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.Receipt;
import io.dialgate.schemas.ReceiptOutcome;
import io.dialgate.wire.avro.AvroCodec;
import io.dialgate.wire.avro.Samples;
import io.dialgate.wire.registry.InMemoryRegistry;

/** The id of a record without the record: right, or none at all. */
class FirstTextTest {

  private final InMemoryRegistry registry = new InMemoryRegistry();
  private final AvroCodec<DialDecision> decisions = new AvroCodec<>(DialDecision.class, registry, "decisions-value");
  private final FirstText requestId = new FirstText("requestId", registry);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 127, 128, 8_191, 8_192})
  void shouldFindTextOfEveryLength(int length) {
    // given: the length is a varint that grows by a byte at 64 and at 8,192
    String id = "i".repeat(length);

    // when / then
    assertThat(requestId.of(decisions.encode(Samples.decision(id)))).hasValue(id);
  }

  @Test
  void shouldFindTextThatIsNotAscii() {
    // when / then
    assertThat(requestId.of(decisions.encode(Samples.decision("Größe-漢字-🙂")))).hasValue("Größe-漢字-🙂");
  }

  @Test
  void shouldFindNothingInARecordThatBeginsWithAnotherField() {
    // given
    var receipt = new Receipt("e1", "+14155550101", ReceiptOutcome.APPLIED, 0, 0, FakeRecords.AT);
    byte[] bytes = new AvroCodec<>(Receipt.class, registry, "receipts-value").encode(receipt);

    // when / then
    assertThat(requestId.of(bytes)).isEmpty();
    assertThat(new FirstText("eventId", registry).of(bytes)).hasValue("e1");
  }

  @Test
  void shouldFindNothingInWhatIsCutShortOrNoRecord() {
    // given
    byte[] whole = decisions.encode(Samples.decision("request-1"));
    int idEndsAt = 5 + 1 + "request-1".length();

    // when / then
    for (int length = 0; length < idEndsAt; length++) {
      assertThat(requestId.of(Arrays.copyOf(whole, length))).as("cut to %d bytes", length).isEmpty();
    }
    assertThat(requestId.of(Arrays.copyOf(whole, idEndsAt))).hasValue("request-1");
    byte[] plain = whole.clone();
    plain[0] = 1;
    assertThat(requestId.of(plain)).as("not in the wire format").isEmpty();
  }

  @Test
  void shouldFindNothingWhereTheLengthIsNone() {
    // given: a negative one, one beyond the record, and one that never ends
    byte[] head = Arrays.copyOf(decisions.encode(Samples.decision("x")), 5);
    List<byte[]> lengths = List.of(new byte[]{0x03},
        new byte[]{(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f},
        new byte[]{-1, -1, -1, -1, -1, -1, -1});

    // when / then
    assertThat(lengths).allSatisfy(length -> {
      byte[] record = Arrays.copyOf(head, 5 + length.length + 3);
      System.arraycopy(length, 0, record, 5, length.length);
      assertThat(requestId.of(record)).isEmpty();
    });
  }
}
