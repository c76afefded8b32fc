package io.dialgate.topology.story;

import java.time.Instant;
import java.util.HashMap;

import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.OperatorAction;
import io.dialgate.schemas.OperatorActionKind;
import io.dialgate.schemas.PolicyActivation;
import io.dialgate.schemas.PolicyDocument;
import io.dialgate.schemas.PolicyRecord;
import io.dialgate.schemas.RegistryStatus;
import io.dialgate.wire.Topics;
import io.dialgate.wire.record.Policies;

/** Somebody who says what holds for many numbers: emergencies, policies, the age of registries. */
public record Operator(GateStory story) {

  /** Nobody in the region may be called from then until then; null: from now, until it is released. Gives the action's id. */
  public String blocks(String region, @Nullable Instant from, @Nullable Instant to) {
    return blocks(story.newName("block"), region, story.now(), from, to);
  }

  public String blocks(String id, String region, Instant at, @Nullable Instant from, @Nullable Instant to) {
    var details = new HashMap<String, String>();
    if (from != null) {
      details.put("from", from.toString());
    }
    if (to != null) {
      details.put("to", to.toString());
    }
    var action = new OperatorAction(id, OperatorActionKind.EMERGENCY_BLOCK, region, "operator", at, "storm",
        details);
    story.send(Topics.OPERATOR_ACTIONS, region, action);
    return action.getActionId();
  }

  /** Whatever was declared for the region before is over. */
  public void releases(String region, Instant at) {
    story.operator(story.newName("release"), OperatorActionKind.EMERGENCY_RELEASE, region, at);
  }

  /** Writes a document, and gives its hash. */
  public String publishes(String text) {
    String hash = Policies.hash(text);
    story.send(Topics.POLICIES, hash, new PolicyRecord(new PolicyDocument(hash, text, "operator", story.now())));
    return hash;
  }

  /** Puts a document in force. */
  public void activates(String hash) {
    var activation = new PolicyActivation();
    activation.setHash(hash);
    activation.setActivatedBy("operator");
    activation.setActivatedAt(story.now());
    activation.setActivationId(story.newName("activation"));
    story.send(Topics.POLICIES, Policies.ACTIVE, new PolicyRecord(activation));
  }

  /** Our copy of a registry is complete up to then. */
  public void imports(String registry, Instant asOf) {
    story.send(Topics.REGISTRY_STATUS, registry + "/*",
        new RegistryStatus(registry, "*", asOf, 1L, "ab".repeat(32), story.now()));
  }
}
