/**
 * What a person agreed to, by number: permissions, business relationships, and their revocation.
 *
 * <p>What follows from them is the policy's matter. Start reading at {@link io.dialgate.domain.consent.Consent}.
 */
@NullMarked
package io.dialgate.domain.consent;

import org.jspecify.annotations.NullMarked;
