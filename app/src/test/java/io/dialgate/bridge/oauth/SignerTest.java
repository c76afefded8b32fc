package io.dialgate.bridge.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.dialgate.bridge.delivery.ManualTime;

/** Signatures, against a value that OpenSSL made. */
class SignerTest {

  /** printf '1788274800.{"a":1}' | openssl dgst -sha256 -hmac s3cret */
  private static final String EXPECTED = "4d1339ab5eb6f4460b75df6391493a13977b2b00131cce9c63dea136e511c802";

  @Test
  void shouldSignTheTimeAndTheBody() {
    // given
    var signer = new Signer(new Credentials("", "s3cret"), new ManualTime());

    // when
    Map<String, String> headers = signer.headers("{\"a\":1}".getBytes(StandardCharsets.UTF_8));

    // then
    assertThat(ManualTime.START.getEpochSecond()).isEqualTo(1_788_274_800L);
    assertThat(headers).containsExactly(Map.entry("Dialgate-Signature", "t=1788274800,v1=" + EXPECTED));
  }
}
