/**
 * The audit topic, read as logs: where entry n lies, which is the last, and which heads were signed.
 *
 * <p>What belongs here: reading committed records and nothing else. What the bytes prove is the business of
 * {@link io.dialgate.domain.audit}. Start reading at {@link io.dialgate.ledger.topic.LogTopic}.
 */
@NullMarked
package io.dialgate.ledger.topic;

import org.jspecify.annotations.NullMarked;
