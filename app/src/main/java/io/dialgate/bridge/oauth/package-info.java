/**
 * Who calls: tokens that are fetched, kept and renewed, and signatures.
 *
 * <p>What belongs here: every way to log in that a profile can name. A secret is held by one object and printed by none. Start
 * reading at {@link io.dialgate.bridge.oauth.Tokens}.
 */
@NullMarked
package io.dialgate.bridge.oauth;

import org.jspecify.annotations.NullMarked;
