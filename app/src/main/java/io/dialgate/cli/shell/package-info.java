/**
 * What every verb stands on: options that name settings, output for a person or a program, progress, exit codes, an
 * orderly end.
 *
 * <p>What belongs here: what two families of verbs share and what knows nothing of any of them. An exception becomes one
 * sentence on the standard error and a code in {@link io.dialgate.cli.shell.ExitCode} only. Start reading at {@link
 * io.dialgate.cli.shell.Output}.
 */
@NullMarked
package io.dialgate.cli.shell;

import org.jspecify.annotations.NullMarked;
