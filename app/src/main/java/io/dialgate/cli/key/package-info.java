/**
 * {@code dialgate key}: make, list and take back the keys of the HTTP API.
 *
 * <p>What belongs here: the verbs and how the topic of keys is read and written. A key is shown once, when it is made;
 * only its hash is kept. Start reading at {@link io.dialgate.cli.key.KeyVerb}.
 */
@NullMarked
package io.dialgate.cli.key;

import org.jspecify.annotations.NullMarked;
