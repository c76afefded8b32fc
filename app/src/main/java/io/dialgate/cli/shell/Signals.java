package io.dialgate.cli.shell;

import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/**
 * Handlers for the operating system's signals.
 *
 * <p>The JDK has only {@code sun.misc.Signal} for it: exported by the supported module {@code jdk.unsupported}, but the
 * compiler warns of its name and cannot be told not to, so it is called by reflection.
 */
final class Signals {

  private Signals() {}

  /**
   * Replaces the JVM's own handler.
   *
   * @param name without SIG, for example INT
   * @param handler gets the signal's number, on a thread of its own
   */
  static void handle(String name, IntConsumer handler) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object adapter = Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[]{handlerType},
          (proxy, method, arguments) -> {
            handler.accept((Integer) signal.getMethod("getNumber").invoke(arguments[0]));
            return null;
          });
      signal.getMethod("handle", signal, handlerType).invoke(null,
          signal.getConstructor(String.class).newInstance(name),
          adapter);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("expected this JVM to handle signals", impossible);
    }
  }
}
