package io.dialgate.http;

import java.util.function.Supplier;

import io.javalin.http.Context;
import io.javalin.http.Handler;

/** GET /metrics: for Prometheus to scrape. */
final class MetricsHandler implements Handler {

  /** Prometheus' text format. */
  static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final Supplier<String> metrics;

  MetricsHandler(Supplier<String> metrics) {
    this.metrics = metrics;
  }

  @Override
  public void handle(Context context) {
    context.result(metrics.get()).contentType(CONTENT_TYPE);
  }
}
