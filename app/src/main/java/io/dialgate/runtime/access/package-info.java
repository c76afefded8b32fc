/**
 * The keys of the API, where they are kept, and what the API proves itself with.
 *
 * <p>Keys are kept on a compacted topic and not in a file, so that every instance knows a new one, and forgets a revoked one,
 * within moments, without a restart and without a folder in common. Start reading at {@link
 * io.dialgate.runtime.access.KeyRing}.
 */
@NullMarked
package io.dialgate.runtime.access;

import org.jspecify.annotations.NullMarked;
