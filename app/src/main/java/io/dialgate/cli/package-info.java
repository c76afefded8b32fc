/**
 * The command line: one verb a file, and a package for each family of verbs.
 *
 * <p>What belongs here: options, words for a person, JSON for a program. A verb reads its options, calls {@code runtime} or
 * {@code embedded}, and prints; nothing imports this package. What all verbs share is {@code cli.shell}. Start reading at {@link
 * io.dialgate.cli.Dialgate}, which lists the verbs.
 */
@NullMarked
package io.dialgate.cli;

import org.jspecify.annotations.NullMarked;
