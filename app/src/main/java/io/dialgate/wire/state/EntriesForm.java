package io.dialgate.wire.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

import io.dialgate.domain.dnc.EntryId;
import io.dialgate.domain.dnc.ListEvent;
import io.dialgate.domain.dnc.ListEvent.Change;
import io.dialgate.domain.dnc.Match;
import io.dialgate.domain.dnc.NumberEntries;
import io.dialgate.domain.dnc.Provenance;
import io.dialgate.domain.dnc.Reason;
import io.dialgate.domain.dnc.Scope;

/**
 * What stands for a number, a prefix or a hash. A registry's entry, of which there are hundreds of millions, names its list once
 * where the domain names it three times: as list, as source, and as who added it.
 */
final class EntriesForm implements Form<NumberEntries> {

  private static final int REMOVED = 1;
  private static final int SOURCE_IS_LIST = 2;
  private static final int ADDED_BY_SOURCE = 4;
  private static final int BINDS_ALL = 8;

  @Override
  public void write(NumberEntries entries, BinaryEncoder out) throws IOException {
    out.writeInt(entries.standing().size());
    for (ListEvent event : entries.standing()) {
      write(event, out);
    }
  }

  @Override
  public NumberEntries read(BinaryDecoder in) throws IOException {
    int size = in.readInt();
    List<ListEvent> standing = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      standing.add(readEvent(in));
    }
    return new NumberEntries(standing);
  }

  private static void write(ListEvent event, BinaryEncoder out) throws IOException {
    EntryId entry = event.entry();
    Provenance from = event.provenance();
    int marks = marks(event);
    out.writeInt(marks);
    out.writeString(entry.list());
    out.writeInt(ReasonCode.of(entry.reason()));
    if ((marks & BINDS_ALL) == 0) {
      out.writeString(entry.scope().text());
    }
    Fields.text(entry.match() instanceof Match.Wide wide ? wide.text() : null, out);
    if ((marks & SOURCE_IS_LIST) == 0) {
      out.writeString(from.source());
    }
    if ((marks & ADDED_BY_SOURCE) == 0) {
      out.writeString(from.addedBy());
    }
    Fields.text(from.conversationId(), out);
    Fields.time(event.occurredAt(), out);
    Fields.optionalTime(event.expiresAt(), out);
    out.writeLong(event.idMark());
  }

  private static int marks(ListEvent event) {
    Provenance from = event.provenance();
    return (event.change() == Change.REMOVED ? REMOVED : 0)
        | (from.source().equals(event.entry().list()) ? SOURCE_IS_LIST : 0)
        | (from.addedBy().equals(from.source()) ? ADDED_BY_SOURCE : 0)
        | (event.entry().scope() instanceof Scope.All ? BINDS_ALL : 0);
  }

  private static ListEvent readEvent(BinaryDecoder in) throws IOException {
    int marks = in.readInt();
    String list = in.readString();
    Reason reason = ReasonCode.reason(in.readInt());
    Scope scope = (marks & BINDS_ALL) == 0 ? Scope.parse(in.readString()) : new Scope.All();
    Match match = match(in);
    String source = (marks & SOURCE_IS_LIST) == 0 ? in.readString() : list;
    String addedBy = (marks & ADDED_BY_SOURCE) == 0 ? in.readString() : source;
    var provenance = new Provenance(source, addedBy, Fields.text(in));
    return new ListEvent(new EntryId(list, reason, scope, match),
        (marks & REMOVED) == 0 ? Change.ADDED : Change.REMOVED, Fields.time(in), Fields.optionalTime(in), provenance,
        in.readLong());
  }

  private static Match match(BinaryDecoder in) throws IOException {
    String text = Fields.text(in);
    if (text == null) {
      return new Match.Exact();
    }
    return text.startsWith("+") ? new Match.Prefix(text) : new Match.Hash(text);
  }
}
