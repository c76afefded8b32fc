package io.dialgate.domain.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.hash.Mark;
import io.dialgate.domain.phone.PhoneNumber;

/**
 * May this number be called?
 *
 * @param id names the request
 * @param phone the number as it came
 * @param region where a number without a country code is read; it says nothing else
 * @param purpose what the answer is wanted for
 * @param caller on whose behalf, and by which dialler
 * @param call what kind of call it would be
 * @param contact what the dialler knows of the person
 * @param requestedAt when the dialler asked, by its own clock
 * @param dialBy the last instant at which an answer is of use; null: the policy's own bound
 * @param batch a mark of the batch that it came in; null: it came alone
 */
public record DialRequest(String id, String phone, String region, Purpose purpose, Caller caller, Call call,
    Contact contact, Instant requestedAt, @Nullable Instant dialBy, @Nullable String batch) {

  /** A request that came alone. */
  public DialRequest(String id, String phone, String region, Purpose purpose, Caller caller, Call call,
      Contact contact, Instant requestedAt, @Nullable Instant dialBy) {
    this(id, phone, region, purpose, caller, call, contact, requestedAt, dialBy, null);
  }

  /** What an answer is wanted for. */
  public enum Purpose {
    /** A call is to be placed: an ALLOW opens an allowance. */
    DIAL,
    /** A contact list is being cleaned. */
    SCRUB,
    /** Somebody wants to know. */
    PREVIEW
  }

  /** On whose behalf the call would be made, and by which dialler. */
  public record Caller(String platform, String campaignId, @Nullable String brand) {}

  /** What kind of call it would be; absent values have the defaults that the contract names. */
  public record Call(@Nullable String type, @Nullable String mode, @Nullable String channel,
      @Nullable String subject) {}

  /** What the dialler knows of the person. */
  public record Contact(@Nullable String id, @Nullable String state, @Nullable String postalCode,
      @Nullable String zone) {}

  public String campaignId() {
    return caller.campaignId();
  }

  public @Nullable String brand() {
    return caller.brand();
  }

  /**
   * A mark of the question, by which a repetition is told from another question under the same id. The two times are no part
   * of the question: a dialler that asks again stamps them again.
   */
  public long questionMark() {
    List<@Nullable Object> question = new ArrayList<>(Arrays.asList(phone, region, purpose, caller.platform(),
        caller.campaignId(), caller.brand(), call.type(), call.mode(), call.channel(), call.subject(), contact.id(),
        contact.state(), contact.postalCode(), contact.zone()));
    if (batch != null) {
      question.add(batch);
    }
    return Mark.of(question);
  }

  /** The same question, as part of that batch; null: alone. */
  public DialRequest inBatch(@Nullable String mark) {
    return new DialRequest(id, phone, region, purpose, caller, call, contact, requestedAt, dialBy, mark);
  }

  /** The same question, asked at another time and without a bound. */
  DialRequest askedAgainAt(Instant then) {
    return new DialRequest(id, phone, region, purpose, caller, call, contact, then, null, batch);
  }

  @Override
  public String toString() {
    return "DialRequest[" + id + ", " + PhoneNumber.mask(phone) + ", " + purpose + ", " + caller + "]";
  }
}
