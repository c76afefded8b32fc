package io.dialgate.runtime.scrub;

import java.util.LinkedHashMap;
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
public record ScrubResult(String job, long numbers, Split split, Map<String, Long> passing) {

  /** As it is told to programs. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("job", job);
    json.put("rows", split.rows());
    json.put("clean", split.clean().rows());
    json.put("rejected", split.rejected().rows());
    json.put("rejectedByReason", split.reasons());
    json.put("numbers", numbers);
    json.put("duplicateRows", split.duplicates());
    json.put("rowsWithoutNumber", split.numberless());
    json.put("brokenRows", split.broken());
    json.put("numbersPassingWithTime", passing);
    return json;
  }
}
