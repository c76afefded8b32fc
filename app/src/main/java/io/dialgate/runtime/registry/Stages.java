package io.dialgate.runtime.registry;

/** Is told how far an import has come. */
public interface Stages {

  /** For work that nobody watches. */
  Stages UNSEEN = new Stages() {
    @Override
    public void begin(String words, long size) {}

    @Override
    public void at(long position) {}

    @Override
    public void end() {}
  };

  /**
   * The next stage begins.
   *
   * @param words what is done in it
   * @param size how much there is, in what {@link #at} counts
   */
  void begin(String words, long size);

  /** So much of the stage is done. */
  void at(long position);

  /** The stage is over. */
  void end();
}
