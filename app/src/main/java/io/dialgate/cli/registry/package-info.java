/**
 * {@code dialgate registry}: take in national and state lists, and tell how old they are.
 *
 * <p>What belongs here: an import's parameters, the words for what it did, and the folder that is watched. How files are
 * read, merged and published is {@code lists} and {@code runtime.registry}. Start reading at {@link
 * io.dialgate.cli.registry.RegistryVerb}.
 */
@NullMarked
package io.dialgate.cli.registry;

import org.jspecify.annotations.NullMarked;
