package io.dialgate.http;

import java.util.Map;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every exception that a request ends with into a {@link Problem}. */
final class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  static void handle(RoutesConfig routes) {
    routes.exception(HttpResponseException.class, Problems::expected);
    routes.exception(Refusal.class, (refusal, context) -> refusal.problem().write(context));
    routes.exception(Exception.class, Problems::unexpected);
  }

  private static void expected(HttpResponseException exception, Context context) {
    HttpStatus status = HttpStatus.forStatus(exception.getStatus());
    String detail = switch (status) {
      case NOT_FOUND -> "expected a known path, but got " + context.path() + "; GET / lists what there is";
      case METHOD_NOT_ALLOWED -> {
        String allowed = allowed(exception.getDetails());
        context.header("Allow", allowed);
        yield "expected %s for %s, but got %s; use that".formatted(allowed, context.path(), context.method());
      }
      case CONTENT_TOO_LARGE -> "expected a body of at most %d bytes, but got more; send less"
          .formatted(Bounds.MAX_BODY_BYTES);
      default -> String.valueOf(exception.getMessage());
    };
    new Problem(status, detail).write(context);
  }

  private static String allowed(Map<String, String> details) {
    return details.getOrDefault("availableMethods", "another method");
  }

  /** What nobody foresaw is logged here and kept from the client: it may hold what is none of its business. */
  private static void unexpected(Exception exception, Context context) {
    LOG.atError().addKeyValue("method", context.method()).addKeyValue("route", context.endpoint().path)
        .setCause(exception).log("request failed");
    new Problem(HttpStatus.INTERNAL_SERVER_ERROR, "expected an answer, but got an error in Dialgate; look at its log")
        .write(context);
  }
}
