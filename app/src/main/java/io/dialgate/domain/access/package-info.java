/**
 * Who may do what.
 *
 * <p>What belongs here: keys as they are kept, the rights that they give, and whether a token is that of a key. Where keys are
 * kept and how a token arrives is not decided here. Start reading at {@link io.dialgate.domain.access.ApiKey}.
 */
@NullMarked
package io.dialgate.domain.access;

import org.jspecify.annotations.NullMarked;
