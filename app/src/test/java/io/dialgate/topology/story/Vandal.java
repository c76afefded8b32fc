package io.dialgate.topology.story;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.DialRequest;
import io.dialgate.schemas.DncReason;
import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.MatchType;
import io.dialgate.schemas.OptOutDisposition;
import io.dialgate.wire.Topic;
import io.dialgate.wire.Topics;

/** A producer that breaks the contract in every way there is. */
public record Vandal(Machine machine, GateStory story) {

  /** The inputs that can be vandalised. */
  @SuppressWarnings("ImmutableEnumChecker") // A topic is a record of values that never change.
  public enum Input {
    REQUESTS(Topics.DIAL_REQUESTS), OPT_OUTS(Topics.OPT_OUT_DISPOSITIONS), ACTIONS(Topics.OPERATOR_ACTIONS);

    private final Topic<?> topic;

    Input(Topic<?> topic) {
      this.topic = topic;
    }

    /** Its name on the broker. */
    public String topic() {
      return topic.name(Machine.PREFIX);
    }
  }

  public void writes(Input input, @Nullable String key, byte @Nullable [] value) {
    writes(input, key, value, story.now());
  }

  public void writes(Input input, @Nullable String key, byte @Nullable [] value, Instant time) {
    var headers = new RecordHeaders().add("trace", "abc".getBytes(StandardCharsets.UTF_8))
        .add("dialgate.record.time", "7".getBytes(StandardCharsets.UTF_8));
    machine.produce(input.topic, key == null ? null : key.getBytes(StandardCharsets.UTF_8), value, time, headers);
  }

  /** A good request, as bytes. */
  public byte[] request(String number) {
    return machine.encoded(Topics.DIAL_REQUESTS,
        DialRequest.newBuilder().setRequestId(story.newName("vandal")).setPhone(number)
            .setPlatform("vandal").setCampaignId("spring").setPurpose(DialPurpose.DIAL).setRequestedAt(story.now())
            .build());
  }

  /** A good opt-out, as bytes. */
  public byte[] optOut(String number) {
    return machine.encoded(Topics.OPT_OUT_DISPOSITIONS,
        OptOutDisposition.newBuilder().setEventId(story.newName("vandal"))
            .setAction(ListAction.ADD).setPhone(number).setReason(DncReason.CUSTOMER_REQUEST)
            .setMatchType(MatchType.EXACT).setSource("vandal").setAddedBy("vandal").setOccurredAt(story.now()).build());
  }

  /** Without their last byte. */
  public static byte[] truncated(byte[] value) {
    return Arrays.copyOf(value, value.length - 1);
  }

  /** With a byte too many. */
  public static byte[] withGarbage(byte[] value) {
    return Arrays.copyOf(value, value.length + 1);
  }

  /** With the id of a schema that nobody registered. */
  public static byte[] ofUnknownSchema(byte[] value) {
    byte[] other = value.clone();
    other[1] = 0x7f;
    return other;
  }
}
