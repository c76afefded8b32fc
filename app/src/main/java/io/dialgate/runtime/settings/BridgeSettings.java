package io.dialgate.runtime.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.dialgate.bridge.platform.Kind;

/**
 * Where the bridges lead, and with how much patience.
 *
 * @param platforms those that are told
 * @param alerts where alerts are posted
 * @param summaries where summaries of what was decided are posted
 * @param tries the patience of all of them
 * @param reach how far back a bridge that never ran begins
 * @param paused names of destinations that are kept waiting
 */
public record BridgeSettings(List<Platform> platforms, Optional<Hook> alerts, Optional<Summaries> summaries,
    Tries tries, Duration reach,
    Set<String> paused) {

  /**
   * A platform. Prints without the secret.
   *
   * @param name {@code cxone} or {@code genesys}: also what its diallers call themselves
   * @param profile a name, or a file
   * @param url absent: the profile's
   * @param tokenUrl absent: the profile's
   * @param operations what it is told; empty: all that the profile has
   * @param rate requests a second, at most
   */
  public record Platform(String name, String profile, Optional<URI> url, Optional<URI> tokenUrl, String clientId,
      String clientSecret, Map<String, String> parameters, Set<Kind> operations, int rate) {

    @Override
    public String toString() {
      return "Platform[" + name + ", " + profile + "]";
    }
  }

  /** An address of the site's own, and the secret that signs what is posted there. Prints without it. */
  public record Hook(URI url, String secret) {

    @Override
    public String toString() {
      return "Hook[" + url + "]";
    }
  }

  /** Where summaries are posted, and how long an interval is. */
  public record Summaries(Hook hook, Duration every) {}

  /** How long a request may take, how often it is tried and after what waits, when a breaker judges, and what comes then. */
  public record Tries(Duration timeout, int attempts, Duration backoffFirst, Duration backoffLongest,
      int breakerMinimumCalls, Duration breakerOpen, Duration retryWait, int retryRounds) {}

  /** Whether there is anybody to be told. */
  public boolean any() {
    return !platforms.isEmpty() || alerts.isPresent() || summaries.isPresent();
  }
}
