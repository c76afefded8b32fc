package io.dialgate.http;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.access.Caller;
import io.dialgate.domain.access.Right;

/**
 * Who may have what. A route that tells or changes something names the right that it needs; the caller shows a key in {@code
 * Authorization: Bearer}. Where no key is needed, on loopback with Dialgate's own broker, what a browser sends on behalf of a
 * page from elsewhere is refused all the same.
 */
public final class Access {

  /** Whoever asks where no key is needed. */
  public static final Caller ANYBODY = new Caller("anybody on this machine", Right.all());

  private static final String CALLER = "dialgate.caller";
  private static final String BEARER = "Bearer ";
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern PORT = Pattern.compile(":\\d+$");

  private final Callers callers;
  private final Door door;
  private final Rate rate;

  /**
   * How wide the door stands.
   *
   * @param open whether no key is needed
   * @param publicLogs whether checkpoints, verifier keys and hash tiles are for everybody
   * @param rate requests a second of each caller
   */
  public record Door(boolean open, boolean publicLogs, int rate) {}

  public Access(Callers callers, Door door) {
    this.callers = callers;
    this.door = door;
    this.rate = new Rate(door.rate());
  }

  /** The handler, for those who have the right. */
  Handler needs(Right right, Handler handler) {
    return context -> admit(identify(context, right), right, context, handler);
  }

  /** Like {@link #needs}; a good signature of the body is as good as a key. */
  Handler needsOrSigned(Right right, SignedPosts signed, Handler handler) {
    return context -> admit(signed.caller(context, right).orElseGet(() -> identify(context, right)), right, context,
        handler);
  }

  /** Like {@link #needs}, unless what gives no numbers away is for everybody. */
  Handler needsUnlessPublic(Right right, Handler handler) {
    return door.publicLogs() ? handler : needs(right, handler);
  }

  /** Who asks, for a handler behind {@link #needs}. */
  static Caller caller(Context context) {
    return Objects.requireNonNull(context.<Caller>attribute(CALLER));
  }

  private void admit(Caller caller, Right right, Context context, Handler handler) throws Exception {
    if (!caller.may(right)) {
      context.header("WWW-Authenticate",
          "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(right.scope()));
      throw new Refusal(HttpStatus.FORBIDDEN,
          "expected a key with the scope %s, but got one without it; make another with 'dialgate key create'"
              .formatted(right.scope()));
    }
    if (!rate.admits(caller, System.nanoTime())) {
      context.header("Retry-After", "1");
      throw new Refusal(HttpStatus.TOO_MANY_REQUESTS,
          "expected at most %d requests a second, but got more; send them more slowly, or several in one"
              .formatted(door.rate()));
    }
    context.attribute(CALLER, caller);
    handler.handle(context);
  }

  private Caller identify(Context context, Right right) {
    String header = context.header("Authorization");
    if (header == null && door.open()) {
      requireLocal(context);
      return ANYBODY;
    }
    return bearer(header).flatMap(callers::of).orElseThrow(() -> {
      context.header("WWW-Authenticate", "Bearer realm=\"dialgate\", scope=\"%s\"".formatted(right.scope()));
      return new Refusal(HttpStatus.UNAUTHORIZED,
          "expected a key that is good, as Authorization: Bearer dgk_…, but got %s; make one with 'dialgate key create'"
              .formatted(header == null ? "none" : "another"));
    });
  }

  private static Optional<String> bearer(@Nullable String header) {
    return header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.empty()
        : Optional.of(header.substring(BEARER.length()).strip());
  }

  /** A page from elsewhere can make a browser ask loopback, but not hide its origin, nor by which name it asks. */
  private static void requireLocal(Context context) {
    String origin = context.header("Origin");
    boolean fromHere = origin == null || LOCAL.contains(name(origin.replaceFirst("^https?://", "")));
    if (!fromHere || !LOCAL.contains(name(String.valueOf(context.header("Host"))))) {
      throw new Refusal(HttpStatus.FORBIDDEN,
          "expected a caller on this machine, asking localhost, but got another origin or host; ask with a key");
    }
  }

  private static String name(String authority) {
    return PORT.matcher(authority).replaceFirst("").toLowerCase(Locale.ROOT);
  }
}
