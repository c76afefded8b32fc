/**
 * Delivery to one destination over HTTP: what is tried again, how often and when, what is given up, and what counts as
 * delivered.
 *
 * <p>What belongs here: calls, and their patience. It knows neither Kafka nor any platform: what a request looks like is in its
 * profile. Nothing here may be called from a topology. Start reading at {@link io.dialgate.bridge.delivery.Courier}.
 */
@NullMarked
package io.dialgate.bridge.delivery;

import org.jspecify.annotations.NullMarked;
