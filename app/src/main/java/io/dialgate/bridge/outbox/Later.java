package io.dialgate.bridge.outbox;

import java.time.Duration;

/**
 * How what could not be delivered is tried again. The wait is always the same, so that what is put down first is due first.
 *
 * @param pause between two rounds
 * @param rounds at most; then it is given up
 */
public record Later(Duration pause, int rounds) {}
