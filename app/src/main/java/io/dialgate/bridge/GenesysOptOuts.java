package io.dialgate.bridge;

import java.util.Optional;

import io.dialgate.bridge.GenesysEvent.AfterCallWork;
import io.dialgate.domain.phone.Numbering;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OptOutDisposition;

/**
 * What an agent's wrap-up means to the gate.
 *
 * @param codes which of them are opt-outs
 * @param region where a number without a country code is read
 */
public record GenesysOptOuts(WrapUpCodes codes, String region) {

  private static final String SOURCE = "genesys";
  private static final String LIST = "internal";

  /**
   * The person's wish; nothing, if the call ended otherwise. The number goes on as it came: one that cannot be read is rejected
   * by the gate in the open, with an alert.
   */
  public Optional<OptOutDisposition> of(AfterCallWork work) {
    if (!codes.areOptOut(work.wrapUpCodes())) {
      return Optional.empty();
    }
    var optOut = new OptOutDisposition();
    optOut.setEventId(work.id());
    optOut.setAction(ListAction.ADD);
    optOut.setPhone(work.customer());
    optOut.setRegion(region);
    optOut.setReason(DncReason.CUSTOMER_REQUEST);
    optOut.setListId(LIST);
    optOut.setSource(SOURCE);
    optOut.setAddedBy(work.userId() == null ? SOURCE : work.userId());
    optOut.setOccurredAt(work.at());
    optOut.setMatchType(MatchType.EXACT);
    optOut.setConversationId(work.conversationId());
    return Optional.of(optOut);
  }

  /** Under which it is sent. What names no number goes under the event's id, so that many of them do not pile up on one partition. */
  public static String key(OptOutDisposition optOut, Numbering numbering) {
    return optOut.getPhone().isEmpty() ? optOut.getEventId() : numbering.key(optOut.getPhone(), optOut.getRegion());
  }
}
