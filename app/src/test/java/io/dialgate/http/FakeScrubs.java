package io.dialgate.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.dialgate.domain.access.Caller;

/** Takes every list, and keeps the last; none is ever done. */
final class FakeScrubs implements ScrubDesk {

  static final String ID = "00000000-0000-4000-8000-000000000001";

  String list = "";
  Optional<Wish> wish = Optional.empty();
  Submission submission = new Submission.Taken(ID);

  @Override
  public Submission submit(InputStream in, Wish wanted, Caller caller) throws IOException {
    list = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    wish = Optional.of(wanted);
    return submission;
  }

  @Override
  public Optional<Map<String, Object>> status(String id, Caller caller) {
    return id.equals(ID) ? Optional.of(Map.of("id", id, "state", "WAITING")) : Optional.empty();
  }

  @Override
  public Optional<Path> part(String id, Part part, Caller caller) {
    return Optional.empty();
  }
}
