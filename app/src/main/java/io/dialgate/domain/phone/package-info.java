/**
 * Phone numbers as the domain knows them: E.164, or nothing.
 *
 * <p>What belongs here: the value {@link io.dialgate.domain.phone.PhoneNumber} and the port through which any notation
 * becomes one. Parsing itself lives in {@code numbering}. Everything may import this package; it imports nothing of ours.
 * Start reading at {@code PhoneNumber}.
 */
@NullMarked
package io.dialgate.domain.phone;

import org.jspecify.annotations.NullMarked;
