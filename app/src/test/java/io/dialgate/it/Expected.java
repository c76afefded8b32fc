package io.dialgate.it;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** What traffic must have led to, whatever happened to the instances meanwhile: nothing lost, nothing twice, nothing wrong. */
abstract class Expected {

  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(2);

  private final Site site;

  Expected(Site site) {
    this.site = site;
  }

  /** Waits until everything is answered and copied to the audit; the instances may be stopped then. */
  final void awaitSettled() {
    awaitAnswers();
    settled("the audit's copies", new AuditLogs(site)::isComplete);
  }

  /** Checks it all, and the audit of it. */
  final void check() {
    checkAnswers();
    new AuditLogs(site).check();
  }

  /** Waits until whatever was sent has had its effect. */
  abstract void awaitAnswers();

  /** Checks every answer against what was sent. */
  abstract void checkAnswers();

  final void settled(String what, Callable<Boolean> condition) {
    await(what).atMost(SETTLED_WITHIN).pollInSameThread().until(condition);
  }

  final Site site() {
    return site;
  }
}
