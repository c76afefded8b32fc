package io.dialgate.wire.record;

import static io.dialgate.wire.record.Records.NUMBERING;
import static io.dialgate.wire.record.Records.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.policy.DialRequest.Purpose;
import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.DialRequest;

class DialRequestsTest {

  @Test
  void shouldCarryEveryFieldThereAndBack() {
    // given
    DialRequest record = request();

    // when
    DialRequest back = DialRequests.toRecord(DialRequests.request(record));

    // then
    assertThat(record.getSchema().getFields()).as("a field of the sample that says nothing proves nothing")
        .allSatisfy(field -> assertThat(record.get(field.pos())).isNotNull());
    assertThat(back).isEqualTo(record);
  }

  @Test
  void shouldCarryWhatIsAbsentThereAndBack() {
    // given
    DialRequest record = request();
    record.getSchema().getFields().stream().filter(field -> field.schema().isNullable())
        .forEach(field -> record.put(field.pos(), null));

    // when / then
    assertThat(DialRequests.toRecord(DialRequests.request(record))).isEqualTo(record);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
  void shouldKnowEveryPurpose(DialPurpose purpose) {
    // given
    DialRequest record = request();
    record.setPurpose(purpose);

    // when / then
    assertThat(DialRequests.request(record).purpose()).isEqualTo(Purpose.valueOf(purpose.name()));
    assertThat(DialRequests.toRecord(DialRequests.request(record)).getPurpose()).isEqualTo(purpose);
  }

  @Test
  void shouldRefuseAnUnknownPurpose() {
    // given
    DialRequest record = request();
    record.setPurpose(DialPurpose.UNKNOWN);

    // when / then
    assertThatExceptionOfType(RefusedRecord.class).isThrownBy(() -> DialRequests.read(record, NUMBERING))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(RejectionCode.UNKNOWN_SYMBOL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"requestId", "region", "campaignId", "brand", "platform", "callType", "dialMode", "channel",
      "subject", "contactId", "state", "postalCode", "zone"})
  void shouldRefuseAFieldThatIsTooLong(String field) {
    // given
    DialRequest record = request();
    record.put(record.getSchema().getField(field).pos(), "x".repeat(129));

    // when / then
    assertThatExceptionOfType(RefusedRecord.class).isThrownBy(() -> DialRequests.request(record))
        .withMessageContaining("expected %s of at most", field);
  }

  @Test
  void shouldReadTheNumberInItsRegionAndNotRefuseWhatIsNone() {
    // given
    DialRequest record = request();
    DialRequest letters = request();
    letters.setPhone("letters");

    // when / then
    assertThat(DialRequests.read(record, NUMBERING)).isInstanceOfSatisfying(Arrival.Asked.class,
        asked -> assertThat(asked.reading()).isEqualTo(new Reading.Valid(new PhoneNumber("+12025550101"))));
    assertThat(DialRequests.read(letters, NUMBERING)).isInstanceOfSatisfying(Arrival.Asked.class,
        asked -> assertThat(asked.reading()).isInstanceOf(Reading.Unusable.class));
    assertThat(List.of(record.getPhone(), letters.getPhone())).containsExactly("(202) 555-0101", "letters");
  }
}
