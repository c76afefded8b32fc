package io.dialgate.cli.demo;

import java.io.IOException;
import java.io.Reader;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.DialRequest;

/** A Genesys contact list, as it is exported: CSV, its columns named in the first line. */
final class Contacts {

  private static final CsvMapper CSV = CsvMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();

  private Contacts() {}

  /** One row. */
  record Contact(@JsonProperty("inin-outbound-id") String id, @JsonProperty("FirstName") String firstName,
      @JsonProperty("Phone") String phone, @JsonProperty("State") String state,
      @JsonProperty("PostalCode") String postalCode, @JsonProperty("TimeZone") String timeZone) {

    /** The question that a campaign asks before it calls this contact. */
    DialRequest request(String campaign, Instant now) {
      var request = new DialRequest();
      request.setRequestId(id);
      request.setPhone(phone);
      request.setRegion(Stage.REGION);
      request.setCampaignId(campaign);
      request.setPlatform("genesys");
      request.setPurpose(DialPurpose.DIAL);
      request.setContactId(id);
      request.setState(state);
      request.setPostalCode(postalCode);
      request.setZone(timeZone);
      request.setRequestedAt(now);
      return request;
    }
  }

  static List<Contact> read(String sample) throws IOException {
    try (Reader text = Samples.open(sample);
        MappingIterator<Contact> rows = CSV.readerFor(Contact.class).with(CsvSchema.emptySchema().withHeader())
            .readValues(text)) {
      return rows.readAll();
    }
  }
}
