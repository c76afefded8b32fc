package io.dialgate.cli.registry;

import java.util.LinkedHashMap;
import java.util.Map;

import io.dialgate.lists.Plan;
import io.dialgate.lists.layout.Kind;
import io.dialgate.runtime.registry.ImportResult;

/** How an import ended, in words and as JSON. */
final class ImportWords {

  private ImportWords() {}

  static Map<String, Object> json(ImportResult result) {
    return switch (result) {
      case ImportResult.Done(Plan plan) -> json("IN_FORCE", plan);
      case ImportResult.WouldBe(Plan plan) -> json("DRY_RUN", plan);
      case ImportResult.AlreadyIn already -> {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", "ALREADY_IN_FORCE");
        json.put("added", 0);
        json.put("removed", 0);
        json.put("asOf", asOf(already));
        yield json;
      }
    };
  }

  static String words(ImportResult result) {
    return switch (result) {
      case ImportResult.Done(Plan plan) when plan.kind() == Kind.ANSWERS ->
        "%s  %s; they say nothing of other numbers, and so nothing of how fresh our copy is"
            .formatted(plan.registry(), changes(plan, "is in force: "));
      case ImportResult.Done(Plan plan) -> "%s  is of %s, and in force: %s".formatted(plan.registry(), plan.asOf(),
          changes(plan, ""));
      case ImportResult.WouldBe(Plan plan) -> "%s  would be of %s: %s; nothing was published".formatted(plan.registry(),
          plan.asOf(), changes(plan, ""));
      case ImportResult.AlreadyIn already -> "these files are in force already, as of %s; nothing was published"
          .formatted(asOf(already));
    };
  }

  private static String changes(Plan plan, String before) {
    return before + "%,d added, %,d removed, of %,d lines; %,d bad lines%s".formatted(plan.added(), plan.removed(),
        plan.lines(), plan.malformed(),
        plan.unanswered() == 0 ? "" : ", %,d numbers of which it knows nothing".formatted(plan.unanswered()));
  }

  private static String asOf(ImportResult.AlreadyIn already) {
    return already.copies().isEmpty() ? "" : already.copies().getLast().getAsOf().toString();
  }

  private static Map<String, Object> json(String outcome, Plan plan) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("outcome", outcome);
    json.put("registry", plan.registry());
    json.put("kind", plan.kind().name());
    json.put("asOf", plan.asOf().toString());
    json.put("sha256", plan.digest());
    json.put("lines", plan.lines());
    json.put("malformed", plan.malformed());
    json.put("unanswered", plan.unanswered());
    json.put("held", plan.held());
    json.put("added", plan.added());
    json.put("removed", plan.removed());
    json.put("sizes", plan.sizes());
    return json;
  }
}
