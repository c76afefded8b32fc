package io.dialgate.domain.risk.velocity;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How fast a customer has been acting, at the time of one event and with that event.
 *
 * @param windows one for each window of the plan, shortest first
 * @param sinceLast since the latest event that was known at or before this one's time, to the microsecond; null if there is
 * none in the longest window
 */
public record Velocities(List<WindowTallies> windows, @Nullable Duration sinceLast) {

  /** Keeps its own copy. */
  public Velocities {
    windows = List.copyOf(windows);
  }

  /**
   * What was done in a window.
   *
   * @throws IllegalArgumentException if no window has this width
   */
  public WindowTallies in(Duration window) {
    return windows.stream().filter(it -> it.window().equals(window)).findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("expected one of the windows %s, but got %s; count by the model's plan"
                .formatted(windows.stream().map(WindowTallies::window).toList(), window)));
  }

  /** A number without an exponent and needless zeros. */
  public static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
