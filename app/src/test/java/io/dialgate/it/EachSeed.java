package io.dialgate.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The test takes a seed, and runs with three. {@code -Ddialgate.crash.seeds=N} runs it with N, {@code -Ddialgate.crash.first=S}
 * begins with seed S.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@MethodSource("io.dialgate.it.EachSeed$Seeds#all")
@interface EachSeed {

  /** Where they come from. */
  final class Seeds {

    private Seeds() {}

    static LongStream all() {
      long first = Long.getLong("dialgate.crash.first", 1);
      return LongStream.range(first, first + Integer.getInteger("dialgate.crash.seeds", 3));
    }
  }
}
