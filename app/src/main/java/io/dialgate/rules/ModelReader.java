package io.dialgate.rules;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.Category;
import io.dialgate.domain.risk.RiskModel;

/**
 * Reads risk models. A reader can be used by many threads at once.
 *
 * <p>A document is a model of its own, or names the hash of one and other thresholds for it; the second is a model too, under its
 * own hash. A document is taken whole or not at all.
 */
public final class ModelReader {

  private static final String MODEL = "/models/model.schema.json";
  private static final String THRESHOLDS = "/models/thresholds.schema.json";

  private final DocumentSchema models = new DocumentSchema(MODEL);
  private final DocumentSchema thresholds = new DocumentSchema(THRESHOLDS);

  /**
   * Reads a document.
   *
   * @param document its exact bytes, UTF-8, of which its hash is made
   * @param fileName what faults call it
   * @param published the exact text of a published document by its hash, null if there is none; the shipped model need not be
   * among them
   * @throws BrokenDocument with every fault, if it has any
   */
  public RiskModel read(byte[] document, String fileName, Function<String, @Nullable String> published)
      throws BrokenDocument {
    var faults = new Faults(fileName);
    JsonNode root = YamlTree.read(PolicyReader.text(document, faults), faults);
    var spot = new Spot(root, "", faults);
    RiskModel model;
    if (spot.has("base")) {
      check(thresholds, root, faults);
      model = withThresholds(spot, PolicyReader.hash(document), published);
    } else {
      check(models, root, faults);
      model = new RiskModelReader(spot).read(PolicyReader.hash(document));
    }
    faults.refuseIfAny();
    if (model == null) {
      throw new IllegalStateException("expected the faults to end the reading, but there are none");
    }
    return model;
  }

  private static void check(DocumentSchema schema, JsonNode root, Faults faults) throws BrokenDocument {
    schema.check(root, faults);
    faults.refuseIfAny();
  }

  private @Nullable RiskModel withThresholds(Spot root, String hash, Function<String, @Nullable String> published) {
    RiskModel base = base(root.at("base"), published);
    if (base == null) {
      return null;
    }
    Map<String, Integer> changed = new LinkedHashMap<>();
    Spot section = root.at("thresholds");
    for (String category : section.fields()) {
      if (base.categories().stream().noneMatch(it -> it.id().equals(category))) {
        section.at(category).fault("one of the base's categories, "
            + String.join(", ", base.categories().stream().map(Category::id).toList()), category, "correct it");
      }
      changed.put(category, section.at(category).value().asInt());
    }
    return base.withThresholds(root.text("model"), hash, changed);
  }

  private @Nullable RiskModel base(Spot spot, Function<String, @Nullable String> published) {
    String hash = spot.text();
    String text = published.apply(hash);
    if (text == null && hash.equals(PolicyReader.hash(DefaultModel.document()))) {
      text = new String(DefaultModel.document(), StandardCharsets.UTF_8);
    }
    if (text == null) {
      spot.fault("the hash of a published model, or of the shipped one", hash,
          "publish that model first, or correct it");
      return null;
    }
    try {
      // A base of a base is refused: one look has to be enough to know all that a model says.
      RiskModel base = read(text.getBytes(StandardCharsets.UTF_8), hash, _ -> null);
      if (base.basedOn() == null) {
        return base;
      }
      spot.fault("the hash of a model of its own", hash + ", which only changes the thresholds of " + base.basedOn(),
          "name that one");
    } catch (BrokenDocument e) {
      spot.fault("the hash of a model that can be read", hash + ", which has faults: " + e.getMessage(), "correct it");
    }
    return null;
  }
}
