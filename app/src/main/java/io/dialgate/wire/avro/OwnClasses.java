package io.dialgate.wire.avro;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Lets Avro make instances of our generated classes. Since 1.12.1 it makes those of no class that the program has not named
 * (AVRO-4157), because a schema that came over the wire could name any.
 */
public final class OwnClasses {

  private static final String PACKAGE = "io.dialgate.schemas.";

  private OwnClasses() {}

  /** Adds our classes to those that are trusted already. Doing so again changes nothing. */
  public static void trust() {
    synchronized (OwnClasses.class) {
      ClassSecurityPredicate trusted = ClassSecurityValidator.getGlobal();
      if (!(trusted instanceof OursToo)) {
        ClassSecurityValidator.setGlobal(new OursToo(trusted));
      }
    }
  }

  /** What was trusted before, and our classes. */
  private record OursToo(ClassSecurityPredicate before) implements ClassSecurityPredicate {

    @Override
    public boolean isTrusted(Class<?> type) {
      return type.getName().startsWith(PACKAGE) || before.isTrusted(type);
    }
  }
}
