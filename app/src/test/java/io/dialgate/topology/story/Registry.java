package io.dialgate.topology.story;

import java.time.Instant;

import io.dialgate.schemas.ListAction;
import io.dialgate.schemas.RegistryDelta;
import io.dialgate.wire.Topics;

/** A public registry, which tells what changes. */
public record Registry(GateStory story, String name) {

  public void adds(String number) {
    says(story.newName("delta"), ListAction.ADD, number, story.now());
  }

  public void removes(String number) {
    says(story.newName("delta"), ListAction.REMOVE, number, story.now());
  }

  public void says(String id, ListAction action, String number, Instant asOf) {
    story.send(Topics.REGISTRY_DELTAS, number, new RegistryDelta(id, name, action, number, asOf));
  }
}
