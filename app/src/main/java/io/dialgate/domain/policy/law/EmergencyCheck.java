package io.dialgate.domain.policy.law;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.dialgate.domain.policy.Circumstances.EmergencyBlock;
import io.dialgate.domain.policy.Finding;
import io.dialgate.domain.policy.FindingCode;

/** Has an operator declared an emergency where the phone may be? */
final class EmergencyCheck {

  private static final String OPERATORS_ORDER = "operator's order";

  private EmergencyCheck() {}

  /** One finding for each block that is in force. A country whose provisions about emergencies leave this call out is not blocked. */
  static void examine(Situation situation, Consumer<Finding> found) {
    for (EmergencyBlock block : situation.call().circumstances().blocks()) {
      if (isInForce(block, situation) && covers(block.region(), situation)) {
        List<Provision> basis = basis(block.region(), situation);
        if (!basis.isEmpty() || !isToldApart(block.region(), situation)) {
          found.accept(new Finding(FindingCode.STATE_OF_EMERGENCY,
              basis.isEmpty() ? OPERATORS_ORDER : basis.getLast().citation().text(),
              "%s is blocked since %s: %s".formatted(block.region(), block.from(), block.because()), null,
              block.to()));
        }
      }
    }
  }

  private static boolean isInForce(EmergencyBlock block, Situation situation) {
    return !situation.call().now().isBefore(block.from())
        && (block.to() == null || situation.call().now().isBefore(block.to()));
  }

  private static boolean covers(String region, Situation situation) {
    return region.equals(situation.call().where().country()) || situation.places().regions().contains(region);
  }

  /** The applicable rows about emergencies of the block's region and of its country. */
  private static List<Provision> basis(String region, Situation situation) {
    var basis = new ArrayList<Provision>();
    for (Provision provision : situation.applicable()) {
      if (isAbout(provision, region)) {
        basis.add(provision);
      }
    }
    return basis;
  }

  private static boolean isToldApart(String region, Situation situation) {
    return situation.law().book().provisions().stream().anyMatch(provision -> isAbout(provision, region));
  }

  private static boolean isAbout(Provision provision, String region) {
    return provision.measure() instanceof Measure.Emergency
        && (provision.region().equals(region) || provision.region().equals(Law.country(region)));
  }
}
