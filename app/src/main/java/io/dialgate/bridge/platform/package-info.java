/**
 * What a platform's API looks like, as data: a profile says where it is, how one logs in, and for each operation verb, path,
 * body, batch and what counts as success.
 *
 * <p>What belongs here: profiles, their checks, and filling their templates. It is pure: no connection, no clock. Nothing here
 * knows a platform by name; those that are shipped lie in {@code resources/platforms}. Start reading at {@link
 * io.dialgate.bridge.platform.Profile}.
 */
@NullMarked
package io.dialgate.bridge.platform;

import org.jspecify.annotations.NullMarked;
