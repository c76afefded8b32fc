package io.dialgate.topology.story;

import java.time.Instant;
import java.util.List;

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

  /** Adds several numbers with one record, keyed by the first. */
  public void addsTogether(String... numbers) {
    story.send(Topics.REGISTRY_DELTAS, numbers[0],
        new RegistryDelta(story.newName("delta"), name, ListAction.ADD, "", story.now(), List.of(numbers)));
  }

  public void says(String id, ListAction action, String number, Instant asOf) {
    story.send(Topics.REGISTRY_DELTAS, number, new RegistryDelta(id, name, action, number, asOf, List.of()));
  }
}
