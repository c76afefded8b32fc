package io.dialgate.bridge.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.dialgate.bridge.platform.Operation.Results;

/**
 * Reads what an answer says of each item. An answer that is cut short, or has not one result for each, cannot be read: nothing is
 * taken for delivered that was not said to be.
 *
 * @param results where that stands
 * @param items in the order of the request
 */
record ItemResults(Results results, List<Item> items) implements Judge<Map<Item, Fate>> {

  private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  @Override
  public Optional<Map<Item, Fate>> read(Reply.Answer answer) {
    JsonNode list;
    try {
      list = JSON.readTree(answer.body()).at(results.at());
    } catch (IOException e) {
      return Optional.empty();
    }
    return list.isArray() ? inOrder(list).map(this::fates) : Optional.empty();
  }

  /** The results in the order of the items; empty if one is missing. */
  private Optional<List<JsonNode>> inOrder(JsonNode list) {
    List<JsonNode> inOrder = new ArrayList<>();
    if (results.match().isEmpty()) {
      list.forEach(inOrder::add);
    } else {
      Map<String, JsonNode> byName = new HashMap<>();
      list.forEach(one -> byName.put(one.path(results.match().get()).asText(), one));
      items.forEach(item -> {
        JsonNode found = item.fields().containsKey(results.value())
            ? byName.get(item.fields().get(results.value()).asText())
            : null;
        if (found != null) {
          inOrder.add(found);
        }
      });
    }
    return inOrder.size() == items.size() ? Optional.of(inOrder) : Optional.empty();
  }

  private Map<Item, Fate> fates(List<JsonNode> inOrder) {
    Map<Item, Fate> fates = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      fates.put(items.get(i), fate(inOrder.get(i)));
    }
    return fates;
  }

  private Fate fate(JsonNode result) {
    String status = result.path(results.status()).asText();
    if (results.delivered().contains(status)) {
      return new Fate.Delivered();
    }
    String message = result.path(results.message()).asText();
    String why = "result '%s'%s".formatted(status, message.isEmpty() ? "" : ": " + message);
    return results.refused().contains(status) ? new Fate.Refused(why) : new Fate.Postponed(why);
  }
}
