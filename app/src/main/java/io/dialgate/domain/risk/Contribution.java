package io.dialgate.domain.risk;

/**
 * What one feature added to a score.
 *
 * @param feature its id
 * @param observed what it saw, in words
 * @param points what it added, weighed and capped
 */
public record Contribution(String feature, String observed, int points) {}
