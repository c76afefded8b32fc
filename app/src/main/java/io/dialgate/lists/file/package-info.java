/**
 * Files as bytes: those of registries found in folders, unpacked, split into lines; and those that results go to.
 *
 * <p>What belongs here: what has to be bounded because it comes from outside, whatever its lines say. A file is never held:
 * a line has a longest length, an archive a largest growth, a folder a greatest depth, and what passes one of them is refused.
 * Start reading at {@link io.dialgate.lists.file.ListFile}.
 */
@NullMarked
package io.dialgate.lists.file;

import org.jspecify.annotations.NullMarked;
