package io.dialgate.runtime.scrub;

import java.util.Map;

import io.dialgate.lists.scrub.Split;

/**
 * How a scrub ended.
 *
 * @param job its id
 * @param numbers distinct ones that were decided
 * @param split how the rows came apart
 * @param passing how many numbers something stands in the way of today that passes with time, by code
 */
public record ScrubResult(String job, long numbers, Split split, Map<String, Long> passing) {}
