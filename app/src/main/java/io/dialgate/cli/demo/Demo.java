package io.dialgate.cli.demo;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import io.dialgate.runtime.Closing;

/** The story, from the first act to the last. */
public final class Demo {

  private static final List<Act> ACTS = List.of(new Act1RegistryIsLoaded(), new Act2AgentsWrapUp(),
      new Act3DiallersAsk(), new Act4PersonOptsOut(), new Act5CounselHolds(),
      new Act6LawSpeaks(), new Act7ProducerStrays(),
      new Act8PoisonArrives(), new Act9CustomerActsFast(), new Act10AuditAddsUp());

  private Demo() {}

  /**
   * Plays all of it on a broker and a registry that end with it.
   *
   * @param narrator is told the story
   * @param version of Dialgate
   * @param stopped whether somebody wants the demo to end
   * @return whether everything that was read back is what must be
   * @throws io.dialgate.runtime.Unreachable if something does not start, or it was stopped
   */
  public static boolean play(Narrator narrator, String version, BooleanSupplier stopped)
      throws IOException, InterruptedException {
    try (var closing = new Closing()) {
      Stage stage = Stage.open(closing, narrator, version, stopped);
      narrator.tell(Map.of("clock", DemoClock.BEGINNING.toString()),
          "A real broker, registry and gate run on this machine. The numbers are fictitious; the clock says %s."
              .formatted(DemoClock.BEGINNING));
      int number = 1;
      for (Act act : ACTS) {
        announce(narrator, number, act.title());
        act.play(stage);
        stage.clock().tickBetweenActs();
        number++;
      }
      return conclude(stage);
    }
  }

  private static void announce(Narrator narrator, int number, String title) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("act", number);
    document.put("title", title);
    narrator.tell(document, "%n@|bold %d  %s|@".formatted(number, title));
  }

  private static boolean conclude(Stage stage) {
    int held = stage.expectations().held();
    int failed = stage.expectations().failed();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("ok", failed == 0);
    document.put("held", held);
    document.put("failed", failed);
    stage.narrator().tell(document, failed == 0
        ? "%n@|bold,green All %d expectations hold.|@".formatted(held)
        : "%n@|bold,red %d of %d expectations do not hold:|@ see ✘ above.".formatted(failed, held + failed));
    stage.narrator().progress("stopping broker and registry");
    return failed == 0;
  }
}
