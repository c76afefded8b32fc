package io.dialgate.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.dialgate.schemas.DialDecision;
import io.dialgate.schemas.DialRequest;
import io.dialgate.wire.Topics;

/** While the registry of schemas cannot be reached, nothing is called poison that could not be looked up. */
@OnEveryGround
class RegistryOutageIT {

  private static final Duration TRANSACTION = Duration.ofSeconds(2);
  private static final int NUMBERS = 20;

  private final RegistryLine line;
  private final Site site;
  private final Sender sender;

  RegistryOutageIT(Ground ground) {
    line = new RegistryLine(ground.cluster().schemaRegistry());
    site = new Site(ground, "outage", Map.of("schema.registry.url", line.url().toString(),
        "streams.producer.transaction.timeout.ms", Long.toString(TRANSACTION.toMillis())));
    sender = site.sender(Map.of());
  }

  @AfterEach
  void leave() throws Exception {
    line.mend();
    site.close();
    line.close();
  }

  @Test
  void shouldWaitForRegistryLongerThanTransactionLasts() throws Exception {
    // given
    site.serve();
    ask("before");
    awaitAnswers(NUMBERS);
    int newer = site.registry().register(Topics.DIAL_REQUESTS.subject(site.prefix()).orElseThrow(), newerSchema());

    // when
    line.cut();
    askInNewerSchema(newer);
    ask("behind");

    // then
    await("longer than a transaction lasts").during(TRANSACTION.multipliedBy(3)).atMost(Duration.ofSeconds(20))
        .pollInSameThread()
        .until(() -> !answered().contains("newer") && site.committed(Topics.REJECTED_RECORDS).isEmpty());
    line.mend();
    awaitAnswers(2 * NUMBERS + 1);
    assertThat(answered()).doesNotHaveDuplicates().contains("newer").hasSize(2 * NUMBERS + 1);
    assertThat(site.committed(Topics.REJECTED_RECORDS)).isEmpty();
  }

  private void ask(String when) {
    IntStream.range(0, NUMBERS).mapToObj(Say::number)
        .forEach(number -> sender.send(Topics.DIAL_REQUESTS, number, Say.request(when + number, number)));
    sender.flush();
  }

  /** The next version has one field more, at the end; an empty text is one zero byte. */
  private void askInNewerSchema(int id) {
    byte[] older = sender.bytes(Topics.DIAL_REQUESTS, Say.request("newer", Say.number(0)));
    ByteBuffer bytes = ByteBuffer.allocate(older.length + 1).put(older).put((byte) 0);
    bytes.putInt(1, id);
    sender.sendAndWait(new ProducerRecord<>(Topics.DIAL_REQUESTS.name(site.prefix()),
        Say.number(0).getBytes(StandardCharsets.UTF_8), bytes.array()));
  }

  private static Schema newerSchema() {
    Schema now = DialRequest.getClassSchema();
    List<Field> fields = Stream.concat(now.getFields().stream().map(field -> new Field(field, field.schema())),
        Stream.of(new Field("mood", Schema.create(Schema.Type.STRING), "How the dialler feels.", ""))).toList();
    return Schema.createRecord(now.getName(), now.getDoc(), now.getNamespace(), false, fields);
  }

  private void awaitAnswers(int count) {
    await("%d answers".formatted(count)).atMost(Duration.ofSeconds(60)).pollInSameThread()
        .until(() -> answered().size() >= count);
  }

  private List<String> answered() {
    return site.values(Topics.DIAL_DECISIONS).stream().map(DialDecision::getRequestId).toList();
  }
}
