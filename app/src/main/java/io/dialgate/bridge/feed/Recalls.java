package io.dialgate.bridge.feed;

import java.util.Optional;
import java.util.stream.Collectors;

import io.dialgate.bridge.delivery.Item;
import io.dialgate.bridge.platform.Kind;
import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.Finding;
import io.dialgate.schemas.Verdict;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;

/**
 * Calls that were allowed to a platform's dialler, and must not be placed any more.
 *
 * @param platform the dialler's name, as it stands in its requests
 */
public record Recalls(String platform) implements Feed<DialDecision> {

  @Override
  public Topic<DialDecision> topic() {
    return Topics.DIAL_DECISIONS;
  }

  @Override
  public Optional<Item> item(Mail<DialDecision> mail) {
    DialDecision decision = mail.value();
    if (decision == null || decision.getVerdict() != Verdict.RECALL || !decision.getPlatform().equals(platform)) {
      return Optional.empty();
    }
    String codes = decision.getFindings().stream().map(Finding::getCode).distinct().collect(Collectors.joining(","));
    var values = new Values().text("requestId", decision.getRequestId()).phone(decision.getNumber())
        .text("campaignId", decision.getCampaignId())
        .text("contactId", decision.getFacts().getRequest().getContactId())
        .instant("decidedAt", Optional.of(decision.getDecidedAt())).text("codes", codes);
    return Optional.of(new Item(Kind.RECALL, "recall-" + decision.getRequestId(), decision.getRequestId(),
        values.all()));
  }
}
