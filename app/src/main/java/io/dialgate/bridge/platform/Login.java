package io.dialgate.bridge.platform;

/** How a platform knows who calls. */
public sealed interface Login {

  /** It does not want to know. */
  record None() implements Login {}

  /**
   * OAuth 2.0 client credentials (RFC 6749, 4.4).
   *
   * @param tokenUrl where tokens are had: an address, or a path below the base
   * @param basic whether id and secret go into an {@code Authorization: Basic} header (RFC 6749, 2.3.1); else into the form
   * @param scope what is asked for; empty: nothing in particular
   */
  record ClientCredentials(String tokenUrl, boolean basic, String scope) implements Login {}

  /**
   * An access key, exchanged for a token: {@code {accessKeyId, accessKeySecret}} as JSON.
   *
   * @param tokenUrl as above
   */
  record AccessKey(String tokenUrl) implements Login {}

  /**
   * No token: each request is signed with a shared secret. {@code Dialgate-Signature: t=SECONDS,v1=HEX}, the HMAC-SHA-256 of
   * {@code SECONDS.BODY}.
   */
  record Signature() implements Login {}
}
