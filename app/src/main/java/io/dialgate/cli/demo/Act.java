package io.dialgate.cli.demo;

import java.io.IOException;

/** One part of the story. */
interface Act {

  /** What happens, in a few words. */
  String title();

  /** Feeds records in, waits for what they cause, tells it and checks it. */
  void play(Stage stage) throws IOException;
}
