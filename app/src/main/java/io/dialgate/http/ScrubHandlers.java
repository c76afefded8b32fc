package io.dialgate.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;

import io.dialgate.domain.access.Caller;
import io.dialgate.http.ScrubDesk.Part;
import io.dialgate.http.ScrubDesk.Submission;

/**
 * POST /v1/scrubs, GET /v1/scrubs/{id}, and what a job has when it is done. A list is a stream: it goes to the disk as it comes, and
 * never into memory.
 */
final class ScrubHandlers {

  private static final String RETRY_AFTER_SECONDS = "60";
  private static final String REGION = "[A-Z]{2}";
  private static final int MAX_TEXT = 200;

  private final ScrubDesk desk;

  ScrubHandlers(ScrubDesk desk) {
    this.desk = desk;
  }

  void submit(Context context) throws IOException {
    requireCsv(context);
    if (context.req().getContentLengthLong() > ScrubDesk.MAX_LIST_BYTES) {
      throw tooLarge(context);
    }
    Caller caller = Access.caller(context);
    switch (desk.submit(context.req().getInputStream(), wish(context), caller)) {
      case Submission.Taken(String id) -> {
        String place = "/v1/scrubs/" + id;
        context.status(HttpStatus.ACCEPTED).header("Location", place)
            .json(desk.status(id, caller).orElseGet(() -> Map.of("id", id)));
      }
      case Submission.Full(int most) -> {
        context.header("Retry-After", RETRY_AFTER_SECONDS).header("Connection", "close");
        throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE,
            "expected at most %d lists to wait, but as many do; send it again later".formatted(most));
      }
      case Submission.TooLarge() -> throw tooLarge(context);
    }
  }

  void status(Context context) {
    context.header("Cache-Control", "no-store").json(desk.status(id(context), Access.caller(context))
        .orElseThrow(() -> unknown()));
  }

  void clean(Context context) throws IOException {
    download(context, Part.CLEAN, "text/csv");
  }

  void rejected(Context context) throws IOException {
    download(context, Part.REJECTED, "text/csv");
  }

  void certificate(Context context) throws IOException {
    download(context, Part.CERTIFICATE, "application/json");
  }

  private void download(Context context, Part part, String type) throws IOException {
    Caller caller = Access.caller(context);
    String id = id(context);
    if (desk.status(id, caller).isEmpty()) {
      throw unknown();
    }
    Path file = desk.part(id, part, caller).orElseThrow(() -> new Refusal(HttpStatus.CONFLICT,
        "expected a scrub that is done, but this one is not; ask GET /v1/scrubs/%s how it is".formatted(id)));
    context.header("Cache-Control", "no-store").contentType(type)
        .header("Content-Length", Long.toString(Files.size(file))).result(Files.newInputStream(file));
  }

  private static ScrubDesk.Wish wish(Context context) {
    String region = Objects.requireNonNullElse(context.queryParam("region"), "US");
    if (!region.matches(REGION)) {
      throw Refusal.field("region", "two capital letters", region);
    }
    return new ScrubDesk.Wish(text(context, "phoneColumn").orElse(null), region,
        text(context, "campaignId").orElse("api"), text(context, "brand").orElse(null),
        text(context, "callType").orElse(null));
  }

  private static Optional<String> text(Context context, String name) {
    String given = context.queryParam(name);
    if (given != null && (given.isBlank() || given.length() > MAX_TEXT)) {
      throw Refusal.field(name, "1 to %d characters".formatted(MAX_TEXT), "%d".formatted(given.length()));
    }
    return Optional.ofNullable(given);
  }

  /** What a browser sends by itself is another type: a page from elsewhere can make nobody send a list. */
  private static void requireCsv(Context context) {
    String type = context.contentType();
    if (type == null || !type.toLowerCase(Locale.ROOT).matches("text/csv\\s*(;.*)?")) {
      throw new Refusal(HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "expected Content-Type text/csv, but got another; send the list as it is, and say so");
    }
  }

  private static String id(Context context) {
    return context.pathParam("id");
  }

  private static Refusal unknown() {
    return new Refusal(HttpStatus.NOT_FOUND,
        "expected the id of a scrub of yours at this instance, but there is none; POST /v1/scrubs answers with it");
  }

  private static Refusal tooLarge(Context context) {
    context.header("Connection", "close");
    return new Refusal(HttpStatus.CONTENT_TOO_LARGE,
        "expected a list of at most %d bytes, but got more; send it in parts".formatted(ScrubDesk.MAX_LIST_BYTES));
  }
}
