package io.dialgate.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

class HalfMadeStoresTest {

  @TempDir
  Path application;

  @Test
  void shouldDeleteStoreThatWasOnlyHalfMadeAndKeepWholeOne() throws IOException, RocksDBException {
    // given
    Path whole = Files.createDirectories(application.resolve("0_0/rocksdb/dnc-entries"));
    try (var options = new Options().setCreateIfMissing(true); var store = RocksDB.open(options, whole.toString())) {
      store.put(new byte[]{1}, new byte[]{2});
    }
    Path halfMade = Files.createDirectories(application.resolve("1_3/rocksdb/notice-times"));
    Files.writeString(halfMade.resolve("000004.log"), "");
    Path other = Files.writeString(application.resolve("kafka-streams-process-metadata"), "{}");

    // when
    HalfMadeStores.delete(application);

    // then
    assertThat(halfMade).doesNotExist();
    assertThat(whole.resolve("CURRENT")).exists();
    assertThat(other).exists();
  }

  @Test
  void shouldFindNothingWhereNothingIs() {
    // when
    HalfMadeStores.delete(application.resolve("none"));

    // then
    assertThat(application).isEmptyDirectory();
  }
}
