package io.dialgate.cli.demo;

import java.util.List;

import io.dialgate.schemas.AlertKind;
import io.dialgate.wire.Topics;

/** Yesterday's after-call work of a Genesys contact centre: one person said no when called, one called to say it, and of one the platform does not say who it was. */
final class Act2AgentsWrapUp implements Act {

  @Override
  public String title() {
    return "Genesys agents have wrapped up calls; some people do not want another";
  }

  @Override
  public void play(Stage stage) {
    List<String> optedOut = new GenesysFeed().feed(stage, Samples.GENESYS_WRAP_UPS);
    stage.expectations().check("who was called and who called are told apart",
        List.of("+14075550104", "+12125550105"), optedOut);
    RejectionsTold.tell(stage, Topics.OPT_OUT_DISPOSITIONS, List.of("UNUSABLE_NUMBER"));
    AlertsTold.tell(stage, AlertKind.OPT_OUT_REJECTED, stage.out().name(Topics.OPT_OUT_DISPOSITIONS), 1);
  }
}
