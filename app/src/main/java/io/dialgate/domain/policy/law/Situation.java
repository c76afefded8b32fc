package io.dialgate.domain.policy.law;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.dialgate.domain.phone.Numbering.Reading;
import io.dialgate.domain.phone.PhoneNumber;
import io.dialgate.domain.place.Candidates;
import io.dialgate.domain.policy.Case;
import io.dialgate.domain.policy.DialRequest;
import io.dialgate.domain.policy.law.LawBook.Trust;

/**
 * A case as the law sees it: where the phone may be, what the clocks show there, and which provisions apply. Made once a case.
 */
final class Situation {

  private final Law law;
  private final Case call;
  private final CallWords words;
  private final Candidates places;
  private final List<LocalMoment> moments;
  private @Nullable List<Provision> applicable;
  private @Nullable ConsentsInForce consents;

  Situation(Law law, Case call) {
    this.law = law;
    this.call = call;
    this.words = new CallWords(law.book(), call.request().call(), call.where().line());
    this.places = call.where().candidates(law.book().trust() == Trust.REPLACES);
    var local = new ArrayList<LocalMoment>(places.zones().size());
    for (var zone : places.zones()) {
      local.add(LocalMoment.of(zone, call.now()));
    }
    this.moments = local;
  }

  Law law() {
    return law;
  }

  Case call() {
    return call;
  }

  DialRequest request() {
    return call.request();
  }

  Candidates places() {
    return places;
  }

  CallWords words() {
    return words;
  }

  /** What the clocks show in each zone that comes into question. */
  List<LocalMoment> moments() {
    return moments;
  }

  /** The number in E.164; empty, if there is none. */
  String number() {
    return switch (call.reading()) {
      case Reading.Valid(PhoneNumber number) -> number.e164();
      case Reading.Possible(PhoneNumber number, var _) -> number.e164();
      case Reading.Unusable _ -> "";
    };
  }

  /** The provisions of the country and of every candidate state that are about this call, and in effect. */
  List<Provision> applicable() {
    List<Provision> known = applicable;
    if (known == null) {
      known = new ArrayList<>();
      String country = call.where().country();
      if (country != null) {
        collect(law.of(country), known);
        for (String region : places.regions()) {
          collect(law.of(region), known);
        }
      }
      applicable = known;
    }
    return known;
  }

  /** Hands on the provisions for some kinds of line that are about this call, where the digits do not tell its kind. */
  void lineInDoubt(Consumer<Provision> doubtful) {
    String country = call.where().country();
    if (country != null) {
      inDoubt(law.of(country), doubtful);
      places.regions().forEach(region -> inDoubt(law.of(region), doubtful));
    }
  }

  ConsentsInForce consents() {
    ConsentsInForce known = consents;
    if (known == null) {
      known = new ConsentsInForce(this);
      consents = known;
    }
    return known;
  }

  private void collect(List<Provision> provisions, List<Provision> into) {
    for (Provision provision : provisions) {
      if (words.concern(provision.scope()) && inEffect(provision)) {
        into.add(provision);
      }
    }
  }

  private void inDoubt(List<Provision> provisions, Consumer<Provision> doubtful) {
    for (Provision provision : provisions) {
      if (words.lineInDoubt(provision.scope()) && inEffect(provision)) {
        doubtful.accept(provision);
      }
    }
  }

  /** On the date of any zone that comes into question. */
  private boolean inEffect(Provision provision) {
    if (provision.term().from() == null && provision.term().to() == null) {
      return true;
    }
    if (moments.isEmpty()) {
      return provision.term().covers(LocalDate.ofInstant(call.now(), ZoneOffset.UTC));
    }
    return moments.stream().anyMatch(moment -> provision.term().covers(moment.date()));
  }
}
