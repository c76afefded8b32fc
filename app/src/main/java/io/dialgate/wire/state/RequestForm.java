package io.dialgate.wire.state;

import java.io.IOException;

import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.DialRequest.Call;
import io.dialgate.domain.policy.DialRequest.Caller;
import io.dialgate.domain.policy.DialRequest.Contact;
import io.dialgate.domain.policy.DialRequest.Purpose;

/** A request that opened an allowance, and so was made to dial; without its id, which stands before it. */
final class RequestForm {

  private RequestForm() {}

  static void write(DialRequest request, BinaryEncoder out) throws IOException {
    out.writeString(request.phone());
    out.writeString(request.region());
    out.writeString(request.caller().platform());
    out.writeString(request.caller().campaignId());
    Fields.text(request.caller().brand(), out);
    Fields.text(request.call().type(), out);
    Fields.text(request.call().mode(), out);
    Fields.text(request.call().channel(), out);
    Fields.text(request.call().subject(), out);
    Fields.text(request.contact().id(), out);
    Fields.text(request.contact().state(), out);
    Fields.text(request.contact().postalCode(), out);
    Fields.text(request.contact().zone(), out);
    Fields.time(request.requestedAt(), out);
    Fields.optionalTime(request.dialBy(), out);
  }

  static DialRequest read(String id, BinaryDecoder in) throws IOException {
    String phone = in.readString();
    String region = in.readString();
    var caller = new Caller(in.readString(), in.readString(), Fields.text(in));
    var call = new Call(Fields.text(in), Fields.text(in), Fields.text(in), Fields.text(in));
    var contact = new Contact(Fields.text(in), Fields.text(in), Fields.text(in), Fields.text(in));
    return new DialRequest(id, phone, region, Purpose.DIAL, caller, call, contact, Fields.time(in),
        Fields.optionalTime(in));
  }
}
