package io.dialgate.ledger.tile;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

import io.dialgate.domain.audit.NotProven;
import io.dialgate.domain.audit.tile.ListedSource;
import io.dialgate.domain.audit.tile.Tile;

/**
 * A log's files below one folder, under the paths of C2SP tlog-tiles, so that any web server can serve them as they lie.
 * Stateless: it may be used by several threads, and while a {@link TileWriter} writes.
 */
public final class TileFolder implements ListedSource {

  static final String CHECKPOINT = "checkpoint";
  static final String TILES = "tile";

  private final Path folder;

  /** The folder need not exist: then there is no log in it. */
  public TileFolder(Path folder) {
    this.folder = folder;
  }

  @Override
  public Optional<byte[]> checkpoint() throws IOException {
    return read(CHECKPOINT, MAX_CHECKPOINT_BYTES);
  }

  @Override
  public Optional<byte[]> tile(Tile tile) throws IOException {
    return read(tile.path(), tile.maxBytes());
  }

  @Override
  public void forEach(Visitor visitor) throws IOException, NotProven {
    walk(folder.resolve(TILES), visitor);
  }

  /** A folder may be gone by now: a writer deletes parts. */
  private void walk(Path below, Visitor visitor) throws IOException, NotProven {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(below)) {
      for (Path file : files) {
        Optional<Tile> tile = Tile.parse(name(file));
        if (Files.isDirectory(file)) {
          walk(file, visitor);
        } else if (tile.isPresent()) {
          visitor.visit(tile.get());
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    } catch (NoSuchFileException e) {
      // Nothing lies there.
    }
  }

  private String name(Path file) {
    return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  /** One byte beyond the bound tells that there is more. */
  private Optional<byte[]> read(String path, int maxBytes) throws IOException {
    Path file = folder.resolve(path);
    try (var in = Files.newInputStream(file)) {
      return Optional.of(in.readNBytes(maxBytes + 1));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      // Something else under that name, or under its folder's, is no file of a log; all other errors say nothing about it.
      if (Files.isDirectory(file) || (file.getParent() != null && Files.isRegularFile(file.getParent()))) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
