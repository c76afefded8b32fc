/**
 * The API over HTTP: every route on one screen, every handler in a file of its own.
 *
 * <p>What belongs here: routes, handlers, the bounds of the server, and errors as RFC 9457 problem details. A handler asks
 * what it is given and writes the answer; it decides nothing. This package knows neither settings nor Kafka: what it needs
 * is handed to it by {@code runtime}, which alone may import it. Start reading at {@link io.dialgate.http.Routes}.
 */
@NullMarked
package io.dialgate.http;

import org.jspecify.annotations.NullMarked;
