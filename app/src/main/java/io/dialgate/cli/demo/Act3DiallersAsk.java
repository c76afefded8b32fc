package io.dialgate.cli.demo;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dialgate.schemas.DialRequest;

/** Two platforms want to call: a Genesys campaign its contact list, a CXone campaign its own. */
final class Act3DiallersAsk implements Act {

  private static final Map<String, String> EXPECTED = Map.of("spring-1", "ALLOW", "spring-2", "SUPPRESS NATIONAL_DNC",
      "spring-3", "ALLOW", "spring-4", "ALLOW", "spring-5", "SUPPRESS CUSTOMER_REQUEST NATIONAL_DNC", "spring-6",
      "SUPPRESS INVALID_NUMBER", "renewals-1", "ALLOW", "renewals-2", "SUPPRESS CUSTOMER_REQUEST", "renewals-3",
      "ALLOW");

  @Override
  public String title() {
    return "Two dialers ask whom they may call";
  }

  @Override
  public void play(Stage stage) throws IOException {
    List<DialRequest> genesys = Contacts.read(Samples.GENESYS_CONTACTS).stream()
        .map(contact -> contact.request("spring", stage.clock().instant())).toList();
    List<DialRequest> cxone = DialLines.read(Samples.CXONE_REQUESTS, "cxone");
    ask(stage, Samples.GENESYS_CONTACTS, genesys);
    ask(stage, Samples.CXONE_REQUESTS, cxone);
  }

  private static void ask(Stage stage, String sample, List<DialRequest> requests) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("file", sample);
    document.put("requests", requests.size());
    stage.narrator().tell(Map.of("loaded", document),
        "   %s: %s".formatted(sample, Count.of(requests.size(), "request")));
    Map<DialRequest, String> expected = new LinkedHashMap<>();
    requests
        .forEach(request -> expected.put(request, EXPECTED.getOrDefault(request.getRequestId(), "no such request")));
    DecisionsTold.ask(stage, stage.out(), expected);
  }
}
