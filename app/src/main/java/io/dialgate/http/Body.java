package io.dialgate.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Semaphore;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

/**
 * Reads a request's body within bounds of size, time and, for large ones, of how many are in memory at once. A body is read
 * after its sender has shown his key, and never beyond its bound, so that what is sent beyond it costs no memory.
 */
final class Body {

  private static final String RAW = "dialgate.body";
  private static final int DEPTH = 8;
  private static final int CHUNK = 8 << 10;
  private static final double NANOS = 1e9;

  private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Semaphore large = new Semaphore(Bounds.MAX_LARGE_BODIES);

  /** One JSON object of at most {@link Bounds#MAX_BODY_BYTES}. */
  JsonNode read(Context context) {
    return parse(json(context, (int) Bounds.MAX_BODY_BYTES));
  }

  /** One JSON object of at most {@link Bounds#MAX_BATCH_BYTES}, of which few are read at once. */
  JsonNode readBatch(Context context) {
    if (length(context) <= Bounds.MAX_BODY_BYTES && length(context) >= 0) {
      return read(context);
    }
    if (!large.tryAcquire()) {
      context.header("Retry-After", "1");
      throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE,
          "expected at most %d bodies over %d bytes at once, but got more; send it again in a second"
              .formatted(Bounds.MAX_LARGE_BODIES, Bounds.MAX_BODY_BYTES));
    }
    try {
      return parse(json(context, Bounds.MAX_BATCH_BYTES));
    } finally {
      large.release();
    }
  }

  /** The body's bytes, as they were sent: what is signed is them. They can be asked for again. */
  static byte[] raw(Context context) {
    byte[] read = context.attribute(RAW);
    if (read == null) {
      read = bytes(context, (int) Bounds.MAX_BODY_BYTES);
      context.attribute(RAW, read);
    }
    return read;
  }

  private static byte[] json(Context context, int max) {
    requireJson(context);
    return bytes(context, max);
  }

  private static byte[] bytes(Context context, int max) {
    if (length(context) > max) {
      throw tooLarge(context, max);
    }
    byte[] body = new byte[Math.min(max, CHUNK)];
    int size = 0;
    long begin = System.nanoTime();
    try {
      InputStream in = context.req().getInputStream();
      while (true) {
        int read = in.read(body, size, body.length - size);
        if (read < 0) {
          return Arrays.copyOf(body, size);
        }
        size += read;
        if (System.nanoTime() - begin > Bounds.BODY_WITHIN.toNanos()) {
          throw tooSlow(context);
        }
        if (size == body.length) {
          if (size >= max + 1) {
            throw tooLarge(context, max);
          }
          body = Arrays.copyOf(body, Math.min(max + 1, size * 2));
        }
      }
    } catch (IOException e) {
      throw tooSlow(context);
    }
  }

  private static void requireJson(Context context) {
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
      throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "expected Content-Type application/json, but got another; send JSON and say so");
    }
  }

  private static long length(Context context) {
    return context.req().getContentLengthLong();
  }

  private static Refusal tooLarge(Context context, int max) {
    context.header("Connection", "close");
    return new Refusal(HttpStatus.CONTENT_TOO_LARGE,
        "expected a body of at most %d bytes, but got more; send less".formatted(max));
  }

  private static Refusal tooSlow(Context context) {
    context.header("Connection", "close");
    return new Refusal(HttpStatus.REQUEST_TIMEOUT,
        "expected the body within %.0f s, but it was not whole by then; send it faster"
            .formatted(Bounds.BODY_WITHIN.toNanos() / NANOS));
  }

  private static JsonNode parse(byte[] bytes) {
    try {
      JsonNode json = JSON.readTree(bytes);
      if (json == null || !json.isObject()) {
        throw new Refusal(HttpStatus.BAD_REQUEST,
            "expected a JSON object, but got %s; see /openapi.json".formatted(FieldReader.kind(json)));
      }
      return json;
    } catch (JsonProcessingException e) {
      throw new Refusal(HttpStatus.BAD_REQUEST,
          "expected a JSON object, but it ends or goes wrong at line %d, column %d; correct it"
              .formatted(e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr()));
    } catch (IOException impossible) {
      throw new IllegalStateException("expected bytes in memory to be read", impossible);
    }
  }
}
