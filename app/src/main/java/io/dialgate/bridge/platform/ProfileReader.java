package io.dialgate.bridge.platform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes a profile of a document that follows the profiles' schema, and finds what a schema cannot. */
public final class ProfileReader {

  /** Where the schema lies on the class path. */
  public static final String SCHEMA = "/platforms/platform.schema.json";

  /** Stands for all items of a batch. */
  public static final String ITEMS = "items";

  private final Complaints complaints;
  private final Set<Kind> wanted;
  private final Set<String> parameters;

  /** Takes what is wrong: where, as a JSON pointer; what was expected; what came; what to do. */
  @FunctionalInterface
  public interface Complaints {
    void add(String pointer, String expected, String got, String remedy);
  }

  /**
   * A reader.
   *
   * @param wanted the operations that are read, if the profile has them
   * @param parameters the names that the site has given values to; templates may name them beside the fields
   * @param complaints is told every fault; a profile with a fault is not to be used
   */
  public ProfileReader(Set<Kind> wanted, Set<String> parameters, Complaints complaints) {
    this.wanted = Set.copyOf(wanted);
    this.parameters = Set.copyOf(parameters);
    this.complaints = complaints;
  }

  /** The profile. */
  public Profile read(JsonNode root) {
    Map<Kind, Operation> operations = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      if (wanted.contains(kind) && root.path("operations").has(kind.id())) {
        operations.put(kind, operation(kind, root.at("/operations/" + kind.id()), "/operations/" + kind.id()));
      }
    }
    JsonNode base = root.path("base");
    return new Profile(root.path("profile").asText(),
        base.isMissingNode() ? Optional.empty() : Optional.of(base.asText()), login(root.path("login")), operations);
  }

  private Login login(JsonNode login) {
    String flavour = login.path("flavour").asText();
    boolean token = flavour.equals("client-credentials") || flavour.equals("access-key");
    String url = login.path("token-url").asText();
    if (token == url.isEmpty()) {
      complaints.add("/login", token ? "a token-url" : "no token-url, since this flavour has no token",
          token ? "none" : url, token ? "add it, for example /oauth/token" : "leave it out");
    }
    return switch (flavour) {
      case "client-credentials" -> new Login.ClientCredentials(url, !login.path("credentials").asText().equals("form"),
          login.path("scope").asText());
      case "access-key" -> new Login.AccessKey(url);
      case "signature" -> new Login.Signature();
      default -> new Login.None();
    };
  }

  private Operation operation(Kind kind, JsonNode written, String pointer) {
    Optional<Operation.Batch> batch = written.has("batch")
        ? Optional.of(batch(written.path("batch")))
        : Optional.empty();
    Set<String> outer = new HashSet<>(parameters);
    batch.ifPresentOrElse(it -> {
      outer.addAll(it.alike());
      known(pointer + "/batch/alike", it.alike(), kind.fields());
      names(pointer + "/batch/item", it.item(), union(kind.fields(), parameters));
    }, () -> outer.addAll(kind.fields()));
    known(pointer + "/path", Template.names(written.path("path").asText()), outer);
    names(pointer + "/body", written.path("body"), batch.isPresent() ? union(outer, Set.of(ITEMS)) : outer);
    if (batch.isPresent() && !written.path("body").toString().contains("{" + ITEMS + "}")) {
      complaints.add(pointer + "/body", "a body that names {items}", "none", "say where the batch's items stand");
    }
    Optional<Operation.Results> results = written.has("results")
        ? Optional.of(results(written.path("results")))
        : Optional.empty();
    results.filter(it -> it.match().isPresent())
        .ifPresent(it -> known(pointer + "/results/value", Set.of(it.value()), kind.fields()));
    return new Operation(written.path("verb").asText(), written.path("path").asText(), written.path("body"), batch,
        numbers(written.path("success")), results, written.path("longest-expiry-days").asInt());
  }

  private static Operation.Batch batch(JsonNode written) {
    return new Operation.Batch(written.path("item"), written.path("size").asInt(), texts(written.path("alike")),
        numbers(written.path("halve-on")));
  }

  private static Operation.Results results(JsonNode written) {
    String match = written.path("match").asText();
    return new Operation.Results(written.path("at").asText(), match.isEmpty() ? Optional.empty() : Optional.of(match),
        written.path("value").asText("number"), written.path("status").asText(),
        Set.copyOf(texts(written.path("delivered"))), Set.copyOf(texts(written.path("refused"))),
        written.path("message").asText());
  }

  /** Every name in a tree of texts has to be known. */
  private void names(String pointer, JsonNode template, Set<String> known) {
    if (template.isTextual()) {
      known(pointer, Template.names(template.textValue()), known);
    } else if (template.isObject()) {
      template.properties().forEach(field -> names(pointer + "/" + field.getKey(), field.getValue(), known));
    } else {
      for (int i = 0; i < template.size(); i++) {
        names(pointer + "/" + i, template.get(i), known);
      }
    }
  }

  private void known(String pointer, Iterable<String> names, Set<String> known) {
    for (String name : names) {
      if (!known.contains(name)) {
        complaints.add(pointer, "one of " + String.join(", ", known.stream().sorted().toList()), "{" + name + "}",
            "correct the name, or set it as a parameter of the destination");
      }
    }
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> union = new HashSet<>(one);
    union.addAll(other);
    return union;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static Set<Integer> numbers(JsonNode list) {
    Set<Integer> numbers = new HashSet<>();
    list.forEach(item -> numbers.add(item.asInt()));
    return Set.copyOf(numbers);
  }
}
