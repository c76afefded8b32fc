package io.dialgate.domain.policy;

import java.util.function.Consumer;

import io.dialgate.domain.phone.Numbering.Reading;

/** Is it a number that can be called at all? One that only might be is never called. */
public final class CallableNumber implements Rule {

  @Override
  public void examine(Case call, Consumer<Finding> found) {
    switch (call.reading()) {
      case Reading.Valid _ -> {
        // Nothing to find.
      }
      case Reading.Possible(var _, String why) -> found.accept(finding(why));
      case Reading.Unusable(String why) -> found.accept(finding(why));
    }
  }

  private static Finding finding(String why) {
    return Finding.of(FindingCode.INVALID_NUMBER, Citations.of(FindingCode.INVALID_NUMBER), why);
  }
}
