package io.dialgate.ledger.tile;

import static io.dialgate.ledger.tile.ExportedLog.CHECKPOINT;
import static io.dialgate.ledger.tile.ExportedLog.any;
import static io.dialgate.ledger.tile.ExportedLog.rebuilt;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

import io.dialgate.domain.audit.LeafHash;
import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.tile.EntryBundle;
import io.dialgate.domain.audit.tile.Tile;
import io.dialgate.domain.audit.verify.LogCheck.Broken;
import io.dialgate.ledger.key.SigningKey;

/** Ways to tamper with an exported log. Each does its worst: where it can, everything else is made to fit. */
enum Tampering {

  FLIP {
    @Override
    Result on(ExportedLog log, ExportedLog other, Random random) {
      Map<String, byte[]> files = log.files();
      String path = any(List.copyOf(files.keySet()), random);
      byte[] bytes = bytes(files, path).clone();
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      files.put(path, bytes);
      return new Result(files, log.someHeads(random), names(path));
    }
  },

  DROP {
    @Override
    Result on(ExportedLog log, ExportedLog other, Random random) {
      Map<String, byte[]> files = log.files();
      if (random.nextInt(3) == 0) {
        String path = any(log.required(), random);
        files.remove(path);
        return new Result(files, log.someHeads(random), names(path));
      }
      List<byte[]> fewer = log.copy();
      int index = log.index(random);
      fewer.remove(index);
      if (random.nextBoolean()) {
        putBundles(files, log, fewer);
        return new Result(files, log.someHeads(random), begins(log, index));
      }
      Map<String, byte[]> fitting = rebuilt(fewer);
      fitting.put(CHECKPOINT, bytes(files, CHECKPOINT));
      return new Result(fitting, log.someHeads(random), Tampering::somewhere);
    }
  },

  INSERT {
    @Override
    Result on(ExportedLog log, ExportedLog other, Random random) {
      Map<String, byte[]> files = log.files();
      List<byte[]> more = log.copy();
      int index = random.nextInt(log.size() + 1);
      more.add(index, new byte[random.nextInt(50)]);
      if (random.nextBoolean()) {
        putBundles(files, log, more);
        return new Result(files, log.someHeads(random), index < log.size() ? begins(log, index) : Tampering::somewhere);
      }
      Map<String, byte[]> fitting = rebuilt(more);
      fitting.put(CHECKPOINT, bytes(files, CHECKPOINT));
      return new Result(fitting, log.someHeads(random), Tampering::somewhere);
    }
  },

  SWAP {
    @Override
    Result on(ExportedLog log, ExportedLog other, Random random) {
      Map<String, byte[]> files = log.files();
      if (random.nextInt(3) == 0) {
        String first = any(log.required(), random);
        String second = any(List.copyOf(files.keySet()), random);
        byte[] bytes = bytes(files, first);
        if (!Arrays.equals(bytes, bytes(files, second))) {
          files.put(first, bytes(files, second));
          files.put(second, bytes);
          return new Result(files, log.someHeads(random), names(first).or(names(second)));
        }
      }
      List<byte[]> swapped = log.copy();
      int first = log.index(random);
      int second = (first + 1 + random.nextInt(log.size() - 1)) % log.size();
      Collections.swap(swapped, first, second);
      boolean all = random.nextBoolean();
      if (all) {
        files.putAll(rebuilt(swapped));
      } else {
        putBundles(files, log, swapped);
      }
      return new Result(files, log.someHeads(random),
          all ? Tampering::somewhere : begins(log, Math.min(first, second)));
    }
  },

  TRUNCATE {
    @Override
    Result on(ExportedLog log, ExportedLog other, Random random) {
      Map<String, byte[]> files = log.files();
      if (random.nextBoolean()) {
        String path = any(List.copyOf(files.keySet()), random);
        files.put(path, Arrays.copyOf(bytes(files, path), random.nextInt(bytes(files, path).length)));
        return new Result(files, log.someHeads(random), names(path));
      }
      // The whole log is shorter, and signed so: whoever knows its newest head sees it.
      Map<String, byte[]> shorter = rebuilt(log.entries().subList(0, log.index(random)));
      int size = log.size();
      shorter.put(CHECKPOINT, random.nextBoolean()
          ? bytes(files, CHECKPOINT)
          : log.sign(log.entries().subList(0, random.nextInt(size)), log.key()));
      return new Result(shorter, log.heads(), Tampering::somewhere);
    }
  },

  REPLAY {
    @Override
    Result on(ExportedLog log, ExportedLog other, Random random) {
      Map<String, byte[]> old = any(log.snapshots().subList(0, log.snapshots().size() - 1), random);
      if (random.nextBoolean()) {
        // The head alone: what lies beyond it betrays it, even to a verifier who knows no other.
        Map<String, byte[]> files = log.files();
        files.put(CHECKPOINT, bytes(old, CHECKPOINT));
        return new Result(files, List.of(), broken -> broken.where().startsWith("tile/"));
      }
      return new Result(old, List.of(log.heads().getLast()), names(CHECKPOINT));
    }
  },

  FORK {
    @Override
    Result on(ExportedLog log, ExportedLog other, Random random) {
      List<byte[]> history = log.copy();
      int known = any(log.sizes(), random);
      history.set(random.nextInt(known), new byte[]{1});
      List<byte[]> end = history.subList(0, known + random.nextInt(history.size() - known + 1));
      Map<String, byte[]> files = rebuilt(end);
      files.put(CHECKPOINT, log.sign(end, log.key()));
      TreeHead head = log.heads().get(log.sizes().indexOf(known));
      return new Result(files, List.of(head), broken -> broken.where().equals("the signed heads, size " + known));
    }
  },

  SWAP_LOGS {
    @Override
    Result on(ExportedLog log, ExportedLog other, Random random) {
      Map<String, byte[]> files = other.files();
      if (random.nextBoolean()) {
        return new Result(files, log.someHeads(random), names(CHECKPOINT));
      }
      files.put(CHECKPOINT, bytes(log.files(), CHECKPOINT));
      return new Result(files, log.someHeads(random), Tampering::somewhere);
    }
  },

  RE_SIGN {
    @Override
    Result on(ExportedLog log, ExportedLog other, Random random) {
      List<byte[]> changed = log.copy();
      if (random.nextBoolean()) {
        changed.set(log.index(random), new byte[]{1});
      }
      Map<String, byte[]> files = rebuilt(changed);
      files.put(CHECKPOINT, log.sign(changed, SigningKey.generate()));
      return new Result(files, log.someHeads(random), names(CHECKPOINT));
    }
  },

  EDIT_TILE {
    @Override
    Result on(ExportedLog log, ExportedLog other, Random random) {
      Map<String, byte[]> files = log.files();
      List<byte[]> changed = log.copy();
      int index = log.index(random);
      changed.set(index, new byte[]{1});
      Map<String, byte[]> fitting = rebuilt(changed);
      List<String> tiles = log.required().stream().filter(path -> !path.startsWith("tile/entries/")).toList();
      if (random.nextBoolean()) {
        String path = any(tiles, random);
        byte[] hashes = bytes(files, path).clone();
        int at = random.nextInt(hashes.length / LeafHash.LENGTH) * LeafHash.LENGTH;
        System.arraycopy(new LeafHash().of(new byte[]{1}), 0, hashes, at, LeafHash.LENGTH);
        files.put(path, hashes);
        return new Result(files, log.someHeads(random), names(path));
      }
      // The entry and its hash fit, and perhaps those above, too.
      for (String path : log.required()) {
        if (path.startsWith("tile/entries/") || path.startsWith("tile/0/") || random.nextBoolean()) {
          files.put(path, bytes(fitting, path));
        }
      }
      return new Result(files, log.someHeads(random), Tampering::somewhere);
    }
  };

  /** What the verifier is given, and whether its finding names the place. */
  record Result(Map<String, byte[]> files, List<TreeHead> known, Predicate<Broken> named) {}

  abstract Result on(ExportedLog log, ExportedLog other, Random random);

  /** Several files were changed so that they fit: the finding is where they meet what was not. */
  private static boolean somewhere(Broken broken) {
    return !broken.where().isBlank();
  }

  private static Predicate<Broken> names(String path) {
    return path.equals(CHECKPOINT)
        ? broken -> List.of("checkpoint", "the checkpoint", "the signed note").contains(broken.where())
        : broken -> broken.where().contains(path);
  }

  /** The first entry that is another one; at least its bundle, where that has another number of entries. */
  private static Predicate<Broken> begins(ExportedLog log, int index) {
    String bundle = log.bundles().get(index / Tile.FULL);
    return broken -> broken.index().orElse(-1) == index || broken.where().equals(bundle);
  }

  /** Bundles that hold other entries, the last one all that are left; all tiles of hashes stay as they are. */
  private static void putBundles(Map<String, byte[]> files, ExportedLog log, List<byte[]> entries) {
    for (String path : log.bundles()) {
      Tile tile = Tile.parse(path).orElseThrow();
      int from = (int) tile.firstEntry();
      boolean isLast = from + tile.width() == log.size();
      files.put(path, EntryBundle.encode(entries.subList(from, isLast ? entries.size() : from + tile.width())));
    }
  }

  private static byte[] bytes(Map<String, byte[]> files, String path) {
    byte[] bytes = files.get(path);
    if (bytes == null) {
      throw new AssertionError("no " + path);
    }
    return bytes;
  }
}
