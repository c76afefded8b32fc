/**
 * The command line: one verb a file.
 *
 * <p>What belongs here: options, words for a person, JSON for a program, exit codes. A verb reads its options, calls {@code
 * runtime} or {@code embedded}, and prints; nothing imports this package. A failure is an exception that {@link
 * io.dialgate.cli.ExitCode} turns into one sentence on the standard error and a code. Start reading at {@link
 * io.dialgate.cli.Dialgate}, which lists the verbs.
 */
@NullMarked
package io.dialgate.cli;

import org.jspecify.annotations.NullMarked;
