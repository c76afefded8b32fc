package io.dialgate.runtime.scrub;

import java.util.LinkedHashMap;
import java.util.Map;

import io.dialgate.runtime.registry.Stages;

/** How far a scrub is: written by one thread, read by others. */
final class Progress implements Stages {

  private volatile String stage = "beginning";
  private volatile long size;
  private volatile long position;

  @Override
  public void begin(String words, long of) {
    position = 0;
    size = of;
    stage = words;
  }

  @Override
  public void at(long reached) {
    position = reached;
  }

  @Override
  public void end() {
    position = size;
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("stage", stage);
    json.put("done", position);
    json.put("of", size);
    return json;
  }
}
