package io.dialgate.topology.intake;

import java.time.Duration;
import java.util.Objects;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.dialgate.schemas.Alert;
import io.dialgate.schemas.AlertKind;

/** Lets through one notice an hour of each source, and one a day of each stale registry: this task sees those of all. */
final class NoticeProcessor implements Processor<String, Alert, Object, Object> {

  private @Nullable ProcessorContext<Object, Object> context;
  private @Nullable KeyValueStore<String, Long> times;

  @Override
  public void init(ProcessorContext<Object, Object> processorContext) {
    context = processorContext;
    times = processorContext.getStateStore(NoticeStage.TIMES);
  }

  @Override
  public void process(Record<String, Alert> notice) {
    AlertKind kind = notice.value().getKind();
    String about = kind + "/" + notice.key();
    var last = Objects.requireNonNull(times).get(about);
    long raised = notice.value().getRaisedAt().toEpochMilli();
    if (last == null || raised >= last + every(kind).toMillis()) {
      Objects.requireNonNull(times).put(about, raised);
      Objects.requireNonNull(context)
          .forward(new Record<Object, Object>(notice.key(), notice.value(), notice.timestamp()));
    }
  }

  private static Duration every(AlertKind kind) {
    return kind == AlertKind.STALE_REGISTRY ? NoticeStage.STALE_EVERY : Intake.NOTICE_EVERY;
  }
}
