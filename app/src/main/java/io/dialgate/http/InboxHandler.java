package io.dialgate.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;

/** {@code POST /v1/webhooks/...}: 202 once it cannot be lost any more, 400 for what nobody understands, 503 to have it sent again. */
final class InboxHandler implements Handler {

  private static final String RETRY_AFTER_SECONDS = "2";

  private final Inbox inbox;

  InboxHandler(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public void handle(Context context) {
    switch (inbox.take(text(context), Access.caller(context))) {
      case Inbox.Taking.Taken(var told) -> context.status(HttpStatus.ACCEPTED).json(told);
      case Inbox.Taking.Malformed(String why) -> throw new Refusal(HttpStatus.BAD_REQUEST, why);
      case Inbox.Taking.NotAcknowledged(String why) -> {
        context.header("Retry-After", RETRY_AFTER_SECONDS);
        throw new Refusal(HttpStatus.SERVICE_UNAVAILABLE, why);
      }
    }
  }

  private String text(Context context) {
    byte[] body = Body.raw(context);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException _) {
      throw new Refusal(HttpStatus.BAD_REQUEST, "expected a body in UTF-8, but got other bytes; encode it so");
    }
  }
}
