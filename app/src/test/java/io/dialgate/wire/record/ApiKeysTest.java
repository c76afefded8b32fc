package io.dialgate.wire.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.dialgate.domain.access.ApiKey;
import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.Right;
import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;

class ApiKeysTest {

  private static final Instant AT = Instant.parse("2026-03-02T15:00:00Z");
  private static final ApiKey KEY = new ApiKey("0123456789ab", "hash",
      new Caller("a dialler", EnumSet.of(Right.DNC_READ, Right.DIAL_CHECK)), AT.plusSeconds(60), false);

  @Test
  void shouldReadWhatItWrote() {
    // when
    OperatorAction record = ApiKeys.toRecord(KEY, "action", "operator", AT, null);

    // then
    assertThat(record.getAction()).isEqualTo(OperatorActionKind.KEY_CREATED);
    assertThat(ApiKeys.read(record)).contains(KEY);
  }

  @Test
  void shouldReadRevokedKeyAsRevoked() {
    // when
    OperatorAction record = ApiKeys.toRecord(KEY.takenBack(), "action", "operator", AT, "lost");

    // then
    assertThat(record.getAction()).isEqualTo(OperatorActionKind.KEY_REVOKED);
    assertThat(ApiKeys.read(record)).contains(KEY.takenBack());
  }

  @Test
  void shouldReadNoKeyFromWhatIsNone() {
    // given
    OperatorAction broken = ApiKeys.toRecord(KEY, "action", "operator", AT, null);
    broken.setDetails(Map.of("name", "x", "hash", "y", "scopes", "everything"));
    OperatorAction other = ApiKeys.toRecord(KEY, "action", "operator", AT, null);
    other.setAction(OperatorActionKind.UNKNOWN);

    // then
    assertThat(ApiKeys.read(broken)).isEmpty();
    assertThat(ApiKeys.read(other)).isEmpty();
  }
}
