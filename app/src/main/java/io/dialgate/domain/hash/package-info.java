/**
 * Digests of text: names for documents and numbers, and short marks by which a repetition is known. Everything in the domain
 * may import this package; it imports nothing of ours.
 */
@NullMarked
package io.dialgate.domain.hash;

import org.jspecify.annotations.NullMarked;
