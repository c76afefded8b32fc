package io.dialgate.cli.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.dialgate.schemas.DialPurpose;
import io.dialgate.schemas.DialRequest;

/** Dial requests of another platform: one JSON object a line, with the names of the contract's fields. */
final class DialLines {

  private static final ObjectMapper JSON = new ObjectMapper();

  private DialLines() {}

  static List<DialRequest> read(String sample, String platform) throws IOException {
    List<DialRequest> requests = new ArrayList<>();
    for (String line : Samples.lines(sample)) {
      JsonNode json = JSON.readTree(line);
      var request = request(json.required("requestId").asText(), json.required("phone").asText(),
          json.required("campaignId").asText(), platform, Instant.parse(json.required("requestedAt").asText()));
      request.setContactId(json.required("contactId").asText());
      requests.add(request);
    }
    return requests;
  }

  /** The least that a request has to say. */
  static DialRequest request(String id, String phone, String campaign, String platform, Instant requestedAt) {
    var request = new DialRequest();
    request.setRequestId(id);
    request.setPhone(phone);
    request.setRegion(Stage.REGION);
    request.setCampaignId(campaign);
    request.setPlatform(platform);
    request.setPurpose(DialPurpose.DIAL);
    request.setRequestedAt(requestedAt);
    return request;
  }
}
