/**
 * Imports of registries on a running gate.
 *
 * <p>What belongs here: what lies between the files ({@code lists}) and the broker: our copies and what the table has, read from
 * their topics; deltas published, and awaited until they are in force. Words for a person are {@code cli}'s. Start reading at
 * {@link io.dialgate.runtime.registry.RegistryImport}.
 */
@NullMarked
package io.dialgate.runtime.registry;

import org.jspecify.annotations.NullMarked;
