package io.dialgate.it;

import java.util.function.Function;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its ground. */
class GivenGround implements ParameterResolver {

  private final Function<ExtensionContext, Ground> ground;

  GivenGround(Function<ExtensionContext, Ground> ground) {
    this.ground = ground;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Ground.class;
  }

  @Override
  public Ground resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return ground.apply(test);
  }

  /** Gives the embedded machine. */
  static final class Embedded extends GivenGround {
    Embedded() {
      super(EmbeddedGround::of);
    }
  }
}
