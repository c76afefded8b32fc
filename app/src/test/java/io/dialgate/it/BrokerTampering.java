package io.dialgate.it;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.apache.kafka.common.record.internal.SimpleRecord;

import io.dialgate.domain.audit.TreeHead;
import io.dialgate.domain.audit.note.Checkpoint;
import io.dialgate.domain.audit.verify.Logs;
import io.dialgate.ledger.key.SigningKey;

/** What somebody with the broker's disks can do to two logs and their signed heads. */
enum BrokerTampering {

  /** One byte of one entry. */
  FLIP_BYTE {
    @Override
    void apply(Victim victim, Random random) {
      List<SimpleRecord> log = victim.logs().get(random.nextInt(2));
      int at = random.nextInt(log.size());
      byte[] value = value(log.get(at));
      value[random.nextInt(value.length)] ^= (byte) (1 << random.nextInt(8));
      log.set(at, with(log.get(at), value));
    }
  },
  DROP_ENTRY {
    @Override
    void apply(Victim victim, Random random) {
      List<SimpleRecord> log = victim.logs().get(random.nextInt(2));
      log.remove(random.nextInt(log.size()));
    }
  },
  INSERT_ENTRY {
    @Override
    void apply(Victim victim, Random random) {
      List<SimpleRecord> log = victim.logs().get(random.nextInt(2));
      log.add(random.nextInt(log.size()), log.get(random.nextInt(log.size())));
    }
  },
  SWAP_ENTRIES {
    @Override
    void apply(Victim victim, Random random) {
      List<SimpleRecord> log = victim.logs().get(random.nextInt(2));
      int one = random.nextInt(log.size() - 1);
      Collections.swap(log, one, one + 1 + random.nextInt(log.size() - one - 1));
    }
  },
  TRUNCATE_LOG {
    @Override
    void apply(Victim victim, Random random) {
      List<SimpleRecord> log = victim.logs().get(random.nextInt(2));
      log.subList(random.nextInt(log.size()), log.size()).clear();
    }
  },
  /** Both as they were some time ago: only whoever has kept a checkpoint can tell. */
  REPLAY_OLD_HEAD {
    @Override
    void apply(Victim victim, Random random) {
      int which = random.nextInt(2);
      List<Integer> notes = victim.notesOf(which);
      int older = random.nextInt(notes.size() - 1);
      int size = victim.sizes().get(older);
      victim.logs().get(which).subList(size, victim.logs().get(which).size()).clear();
      victim.drop(notes.subList(older + 1, notes.size()));
    }
  },
  /** Another history from some entry on, whose entries know their places, under the heads that were signed. */
  FORK {
    @Override
    void apply(Victim victim, Random random) {
      int which = random.nextInt(2);
      List<SimpleRecord> log = victim.logs().get(which);
      for (int at = random.nextInt(log.size()); at < log.size(); at++) {
        log.set(at, with(log.get(at), victim.other(which, at)));
      }
    }
  },
  SWAP_LOGS {
    @Override
    void apply(Victim victim, Random random) {
      Collections.swap(victim.logs(), 0, 1);
    }
  },
  /** Another history, and every head of it signed anew, with a key that the outsider does not know. */
  RE_SIGN {
    @Override
    void apply(Victim victim, Random random) {
      int which = random.nextInt(2);
      List<SimpleRecord> log = victim.logs().get(which);
      log.set(random.nextInt(log.size()), with(log.getFirst(), victim.other(which, 0)));
      List<byte[]> entries = log.stream().map(BrokerTampering::value).toList();
      SigningKey stranger = SigningKey.generate();
      List<Integer> notes = victim.notesOf(which);
      for (int i = 0; i < notes.size(); i++) {
        TreeHead head = Logs.head(entries.subList(0, victim.sizes().get(i)));
        SimpleRecord note = victim.notes().get(notes.get(i));
        victim.notes().set(notes.get(i), with(note,
            stranger.sign(victim.origin(which), Checkpoint.of(victim.origin(which), head).text()).bytes()));
      }
    }
  },
  /** The size or the root in a note. */
  EDIT_NOTE {
    @Override
    void apply(Victim victim, Random random) {
      List<Integer> notes = victim.notesOf(random.nextInt(2));
      int at = notes.get(random.nextInt(notes.size()));
      String text = new String(value(victim.notes().get(at)), StandardCharsets.UTF_8);
      int from = text.indexOf('\n') + 1;
      int place = from + random.nextInt(text.indexOf('\n', text.indexOf('\n', from) + 1) - from);
      char now = text.charAt(place);
      String edited = text.substring(0, place) + (now == '5' ? '6' : '5') + text.substring(place + 1);
      victim.notes().set(at, with(victim.notes().get(at), edited.getBytes(StandardCharsets.UTF_8)));
    }
  };

  abstract void apply(Victim victim, Random random);

  static byte[] value(SimpleRecord record) {
    byte[] value = new byte[record.value().remaining()];
    record.value().duplicate().get(value);
    return value;
  }

  static SimpleRecord with(SimpleRecord record, byte[] value) {
    byte[] key = new byte[record.key().remaining()];
    record.key().duplicate().get(key);
    return new SimpleRecord(record.timestamp(), key, value, record.headers());
  }

  /**
   * Two logs and the heads of both, as lists of records that may be changed.
   *
   * @param sizes at which both were signed
   * @param forge makes an entry that never was, for a log and a place in it
   */
  record Victim(List<List<SimpleRecord>> logs, List<SimpleRecord> notes, List<Integer> sizes, List<String> origins,
      Forge forge) {

    /** Makes entries. */
    interface Forge {
      byte[] entry(int log, long index);
    }

    String origin(int log) {
      return origins.get(log);
    }

    byte[] other(int log, long index) {
      return forge.entry(log, index);
    }

    /** Where the notes of a log are. */
    List<Integer> notesOf(int log) {
      List<Integer> places = new ArrayList<>();
      for (int i = 0; i < notes.size(); i++) {
        if (new String(bytes(notes.get(i)), StandardCharsets.UTF_8).equals(origin(log))) {
          places.add(i);
        }
      }
      return places;
    }

    void drop(List<Integer> places) {
      places.reversed().forEach(place -> notes.remove(place.intValue()));
    }

    private static byte[] bytes(SimpleRecord note) {
      byte[] key = new byte[note.key().remaining()];
      note.key().duplicate().get(key);
      return key;
    }
  }
}
