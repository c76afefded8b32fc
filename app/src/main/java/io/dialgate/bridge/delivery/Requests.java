package io.dialgate.bridge.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.dialgate.bridge.platform.Operation;
import io.dialgate.bridge.platform.ProfileReader;
import io.dialgate.bridge.platform.Template;
import io.dialgate.domain.hash.Sha256;

/**
 * Makes the requests of one destination.
 *
 * @param destination where they go
 */
record Requests(Destination destination) {

  private static final byte[] NOTHING = {};

  /**
   * One request for all of them.
   *
   * @throws IllegalArgumentException if one lacks what the profile asks for
   */
  Caller.Call of(Operation operation, List<Item> items) {
    Map<String, JsonNode> values = new HashMap<>(destination.parameters());
    values.putAll(items.getFirst().fields());
    operation.batch().ifPresent(batch -> values.put(ProfileReader.ITEMS, all(batch, items)));
    byte[] body = operation.body().isMissingNode()
        ? NOTHING
        : Template.fill(operation.body(), values).map(JsonNode::toString).orElse("")
            .getBytes(StandardCharsets.UTF_8);
    URI url = URI.create(destination.base() + Template.path(operation.path(), values));
    return new Caller.Call(operation.verb(), url, headers(items, body), body, operation.success());
  }

  private ArrayNode all(Operation.Batch batch, List<Item> items) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode(items.size());
    for (Item item : items) {
      Map<String, JsonNode> values = new HashMap<>(destination.parameters());
      values.putAll(item.fields());
      all.add(Template.fill(batch.item(), values).orElseThrow(
          () -> new IllegalArgumentException("expected a value for %s of %s, but the record has none".formatted(
              batch.item(), item))));
    }
    return all;
  }

  private static Map<String, String> headers(List<Item> items, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("Accept", "application/json");
    headers.put("Idempotency-Key", key(items));
    if (body.length > 0) {
      headers.put("Content-Type", "application/json");
    }
    return headers;
  }

  /** Of one item: its own. Of several: made of all of theirs, so that the same batch has the same. */
  static String key(List<Item> items) {
    if (items.size() == 1) {
      return items.getFirst().key();
    }
    var digest = Sha256.digest();
    items.forEach(item -> digest.update((item.key() + "\n").getBytes(StandardCharsets.UTF_8)));
    return HexFormat.of().formatHex(digest.digest());
  }
}
