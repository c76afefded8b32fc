package io.dialgate.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs another program's main class, and ends when the parent is gone: the parent holds the other end of the standard input,
 * so that its end is seen even after it was killed. Depends on the JDK only, since it also runs on the registry's class path.
 */
public final class ChildMain {

  /** For the program's own shutdown hooks; then it is over, so that a hook that hangs does not outlive the parent. */
  static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private static final int PARENT_IS_GONE = 0;
  private static final int FAILED = 70;

  private ChildMain() {}

  /**
   * Starts the program.
   *
   * @param arguments the main class, and its arguments
   */
  public static void main(String[] arguments) {
    Thread.ofPlatform().daemon().name("watch-parent").start(ChildMain::endWithParent);
    try {
      Class.forName(arguments[0]).getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException e) {
      System.err.println("FATAL " + e.getCause());
      System.exit(FAILED);
    } catch (ReflectiveOperationException e) {
      System.err.println("FATAL " + e);
      System.exit(FAILED);
    }
  }

  /** Exits in order, so that the program's own shutdown hooks run. */
  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever written to it.
      }
    } catch (IOException e) {
      // As good as its end.
    }
    Thread.ofPlatform().daemon().name("end-anyway").start(ChildMain::endAnyway);
    System.exit(PARENT_IS_GONE);
  }

  private static void endAnyway() {
    long deadline = System.nanoTime() + STOP_WITHIN.toNanos();
    while (System.nanoTime() < deadline) {
      LockSupport.parkNanos(deadline - System.nanoTime());
    }
    Runtime.getRuntime().halt(FAILED);
  }
}
