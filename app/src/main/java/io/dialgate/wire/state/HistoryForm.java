package io.dialgate.wire.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.jspecify.annotations.Nullable;

import io.dialgate.domain.gate.Answered;
import io.dialgate.domain.gate.Answered.Allowance;
import io.dialgate.domain.gate.Attempts;
import io.dialgate.domain.gate.Attempts.Made;
import io.dialgate.domain.gate.DialHistory;
import io.dialgate.domain.policy.Attempt;

/**
 * What is remembered of the requests for a number. Attempts stand at the end, and nothing where there are none: format 1 had
 * none.
 */
final class HistoryForm implements Form<DialHistory> {

  @Override
  public void write(DialHistory history, BinaryEncoder out) throws IOException {
    out.writeInt(history.answered().size());
    for (Answered one : history.answered()) {
      out.writeString(one.requestId());
      out.writeLong(one.questionMark());
      Fields.time(one.at(), out);
      write(one.allowance(), out);
    }
    if (history.attempts().made().isEmpty()) {
      return;
    }
    out.writeInt(history.attempts().made().size());
    for (Made made : history.attempts().made()) {
      out.writeLong(made.requestMark());
      out.writeLong(made.attempt().subjectMark());
      Fields.time(made.attempt().at(), out);
      Fields.text(made.attempt().type(), out);
      Fields.text(made.attempt().mode(), out);
      Fields.text(made.attempt().channel(), out);
    }
  }

  @Override
  public DialHistory read(BinaryDecoder in) throws IOException {
    int size = in.readInt();
    List<Answered> answered = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      String id = in.readString();
      answered.add(new Answered(id, in.readLong(), Fields.time(in), readAllowance(id, in)));
    }
    return new DialHistory(answered, readAttempts(in));
  }

  private static Attempts readAttempts(BinaryDecoder in) throws IOException {
    if (in.isEnd()) {
      return Attempts.NONE;
    }
    int size = in.readInt();
    List<Made> made = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      long requestMark = in.readLong();
      long subjectMark = in.readLong();
      made.add(new Made(requestMark, new Attempt(Fields.time(in), subjectMark, Fields.text(in), Fields.text(in),
          Fields.text(in))));
    }
    return new Attempts(made);
  }

  private static void write(@Nullable Allowance allowance, BinaryEncoder out) throws IOException {
    out.writeBoolean(allowance != null);
    if (allowance != null) {
      Fields.time(allowance.validUntil(), out);
      RequestForm.write(allowance.request(), out);
    }
  }

  private static @Nullable Allowance readAllowance(String requestId, BinaryDecoder in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    var validUntil = Fields.time(in);
    return new Allowance(RequestForm.read(requestId, in), validUntil);
  }
}
