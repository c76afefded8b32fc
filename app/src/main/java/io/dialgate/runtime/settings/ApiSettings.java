package io.dialgate.runtime.settings;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What can be set of the API.
 *
 * @param host the address on which it listens
 * @param port the port, 0: any free one
 * @param url where other verbs find it
 * @param key with which they ask it
 * @param tls its certificate; empty: it speaks HTTP
 * @param rate requests a second of each key
 * @param checkWithin how long a dial check waits
 * @param confirmWithin how long a change waits until it is in force
 * @param lookups what is done about look-ups and logs
 * @param applicationServer where other instances reach this one; empty: under host and port
 */
public record ApiSettings(String host, int port, URI url, Optional<String> key, Optional<Tls> tls, int rate,
    Duration checkWithin, Duration confirmWithin, Lookups lookups, Optional<String> applicationServer) {

  /** A PKCS#12 keystore or a PEM file, and the keystore's password. */
  public record Tls(Path file, String password) {

    /** Never the password. */
    @Override
    public String toString() {
      return file.toString();
    }
  }

  /** Whether look-ups are audited, what gives no numbers away is served without a key, and hashes are kept. */
  public record Lookups(boolean audited, boolean publicLogs, boolean hashIndex) {}

  /** Where other instances reach this one, as host:port. */
  public String reachedAt() {
    return applicationServer.orElseGet(() -> host + ":" + port);
  }

  /** Whether that can lead somebody else here: an address that stands for all, or a port that nobody knows yet, cannot. */
  public boolean canBeReached() {
    String server = reachedAt();
    int colon = server.lastIndexOf(':');
    String name = server.substring(0, colon).replaceAll("^\\[|]$", "");
    return !server.endsWith(":0") && !isWildcard(name);
  }

  private static boolean isWildcard(String name) {
    try {
      return InetAddress.ofLiteral(name).isAnyLocalAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }

  /** The key to send to an address: none but to where the API is, since a key is a secret. */
  public @Nullable String keyFor(URI address) {
    boolean ours = Objects.equals(address.getAuthority(), url.getAuthority())
        && Objects.equals(address.getScheme(), url.getScheme());
    return ours ? key.orElse(null) : null;
  }

  /** Never the key. */
  @Override
  public String toString() {
    return "%s:%d".formatted(host, port);
  }
}
