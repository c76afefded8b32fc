/**
 * Public Do-Not-Call registries: their files as they are delivered, read into records that the gate takes.
 *
 * <p>What belongs here: formats of registries' files, one reader each, and what becomes of their lines. Readers stream and
 * never hold a file; a line that is none is told with its file and number, and what becomes of the file then is the caller's
 * to decide. Start reading at {@link io.dialgate.lists.FtcReader}.
 */
@NullMarked
package io.dialgate.lists;

import org.jspecify.annotations.NullMarked;
