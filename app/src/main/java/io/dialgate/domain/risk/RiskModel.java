package io.dialgate.domain.risk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.risk.velocity.VelocityPlan;

/**
 * All that one model document says. The last category has no condition, so that every transaction is of one.
 *
 * @param name what people call it, for example {@code default}
 * @param hash its content hash: {@code sha256:} and 64 lower-case hex digits
 * @param basedOn the hash of the model whose thresholds alone it changes; null for a model of its own
 * @param plan what is counted of each customer
 * @param tiers how customers are told apart
 * @param cap the highest score
 * @param features what scores are made of
 * @param categories in the order in which they are asked; the first that holds is the transaction's
 */
public record RiskModel(String name, String hash, @Nullable String basedOn, VelocityPlan plan, Tiers tiers, int cap,
    List<Feature> features, List<Category> categories) {

  /** Keeps its own copies. */
  public RiskModel {
    features = List.copyOf(features);
    categories = List.copyOf(categories);
  }

  /**
   * The tiers of a model.
   *
   * @param names all of them
   * @param unknown the one that a customer without a profile, or with a tier that is none of them, counts as
   */
  public record Tiers(List<String> names, String unknown) {

    /** Keeps its own copy. */
    public Tiers {
      names = List.copyOf(names);
    }

    /** The tier that a customer counts as. */
    String of(@Nullable String told) {
      return told != null && names.contains(told) ? told : unknown;
    }
  }

  /** This model with other thresholds, under the hash of the document that says so. Categories that are not named keep theirs. */
  public RiskModel withThresholds(String otherName, String otherHash, Map<String, Integer> thresholds) {
    List<Category> changed = categories.stream()
        .map(it -> new Category(it.id(), it.tier(), it.amountOver(), thresholds.getOrDefault(it.id(), it.threshold())))
        .toList();
    return new RiskModel(otherName, otherHash, hash, plan, tiers, cap, features, changed);
  }

  Category category(String tier, BigDecimal amount) {
    return categories.stream().filter(it -> it.holds(tier, amount)).findFirst()
        .orElseThrow(() -> new IllegalStateException(
            "expected the last category of %s to hold for everything, but it does not; publish another model"
                .formatted(hash)));
  }
}
