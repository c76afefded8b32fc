package io.dialgate.bridge.platform;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing that can be told to a platform.
 *
 * @param verb of HTTP
 * @param path below the base; {@code {name}} stands for a field or a parameter
 * @param body a template; missing: the request has none
 * @param batch whether several are told at once, and how
 * @param success the statuses of a request that was understood
 * @param results what such a request's answer says of each item; empty: the status says it of all
 * @param longestExpiryDays an expiry that is further away is left out, since the platform would not take it; 0: any
 */
public record Operation(String verb, String path, JsonNode body, Optional<Batch> batch, Set<Integer> success,
    Optional<Results> results, int longestExpiryDays) {

  /**
   * Several items in one request.
   *
   * @param item a template of one; the body names all of them {@code {items}}
   * @param size items of one request, at most
   * @param alike the fields that all items of one request have in common, and that path and body may therefore name
   * @param halveOn the statuses after which the two halves are tried by themselves
   */
  public record Batch(JsonNode item, int size, List<String> alike, Set<Integer> halveOn) {}

  /**
   * What an answer says of each item.
   *
   * @param at where the list of them is, as a JSON pointer
   * @param match the field of a result that names its item; empty: they are in the order of the items
   * @param value the field of an item that it is compared with
   * @param status the field of a result that tells how it went
   * @param delivered its values that are good
   * @param refused its values that will always be bad; every other value is tried again
   * @param message the field that says why
   */
  public record Results(String at, Optional<String> match, String value, String status, Set<String> delivered,
      Set<String> refused, String message) {}
}
