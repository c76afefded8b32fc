package io.dialgate.bridge.oauth;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

import io.dialgate.bridge.delivery.Authority;
import io.dialgate.bridge.delivery.Exchange;
import io.dialgate.bridge.delivery.NoAuthority;
import io.dialgate.bridge.delivery.Reply;

/**
 * A bearer token (RFC 6750) that is fetched once for all who need it, kept, and renewed before it ends.
 *
 * <p>While one fetches, the others wait for what comes of it.
 */
public final class Tokens implements Authority {

  /** A token is renewed that long before it ends, or after half its life if that is sooner: a call takes its time. */
  static final Duration AHEAD = Duration.ofSeconds(60);

  /** How long a token is taken to live that does not say. */
  static final Duration UNSAID_LIFE = Duration.ofMinutes(5);

  private static final String AUTHORIZATION = "Authorization";
  private static final int OK = 200;
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpRequest request;
  private final Exchange exchange;
  private final InstantSource clock;
  private final ReentrantLock fetching = new ReentrantLock();
  private volatile @Nullable Token token;

  /** @param until from then on, another is to be had */
  private record Token(String header, Instant until) {}

  /**
   * Fetches nothing yet.
   *
   * @param request by which a token is had
   */
  public Tokens(HttpRequest request, Exchange exchange, InstantSource clock) {
    this.request = request;
    this.exchange = exchange;
    this.clock = clock;
  }

  @Override
  public Map<String, String> headers(byte[] body) throws NoAuthority, InterruptedException {
    Token kept = usable();
    if (kept == null) {
      fetching.lockInterruptibly();
      try {
        kept = usable();
        if (kept == null) {
          kept = fetch();
          token = kept;
        }
      } finally {
        fetching.unlock();
      }
    }
    return Map.of(AUTHORIZATION, kept.header());
  }

  /** Drops the token, unless another has taken its place meanwhile. */
  @Override
  public boolean refused(Map<String, String> headers) {
    fetching.lock();
    try {
      Token kept = token;
      if (kept != null && kept.header().equals(headers.get(AUTHORIZATION))) {
        token = null;
      }
      return true;
    } finally {
      fetching.unlock();
    }
  }

  private @Nullable Token usable() {
    Token kept = token;
    return kept != null && clock.instant().isBefore(kept.until()) ? kept : null;
  }

  private Token fetch() throws NoAuthority, InterruptedException {
    return switch (exchange.send(request)) {
      case Reply.NoAnswer(String why) -> throw new NoAuthority("no token: " + why);
      case Reply.Answer answer when answer.status() != OK -> throw new NoAuthority(
          "no token: expected status 200 of the token's address, but got " + answer.status()
              + "; check client id, secret and address");
      case Reply.Answer answer -> read(answer.body());
    };
  }

  /** Nothing of the answer is told: it may hold the token. */
  private Token read(byte[] body) throws NoAuthority {
    try {
      JsonNode said = JSON.readTree(body);
      String value = said.path("access_token").asText();
      if (value.matches("[\\x21-\\x7e]+")) {
        long seconds = said.path("expires_in").asLong(UNSAID_LIFE.toSeconds());
        long ahead = Math.min(AHEAD.toSeconds(), seconds / 2);
        return new Token("Bearer " + value, clock.instant().plusSeconds(Math.max(0, seconds - ahead)));
      }
    } catch (IOException e) {
      throw new NoAuthority("no token: expected JSON of the token's address, but got something else");
    }
    throw new NoAuthority("no token: expected access_token in the answer of the token's address, but there is none");
  }
}
