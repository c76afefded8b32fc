/**
 * What platforms post to us, on its way to the topics.
 *
 * <p>What belongs here: a body's meaning as a record, its key, and the broker's acknowledgement. Who may post, and how it is answered,
 * is the API's. Start reading at {@link io.dialgate.runtime.webhook.GenesysInbox}.
 */
@NullMarked
package io.dialgate.runtime.webhook;

import org.jspecify.annotations.NullMarked;
