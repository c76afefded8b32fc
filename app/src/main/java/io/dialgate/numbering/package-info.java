/**
 * Any way in which people write a number, read into E.164 by libphonenumber.
 *
 * <p>What belongs here: the one implementation of the domain's port {@link io.dialgate.domain.phone.Numbering}, what makes
 * it fast for numbers that are E.164 already, and the few notations that libphonenumber does not read or reads too
 * generously. Only {@code runtime} and what it hands the port to may use it; nothing else may import libphonenumber. It
 * imports {@code domain.phone} only. Start reading at {@link io.dialgate.numbering.LibPhoneNumbering}.
 */
@NullMarked
package io.dialgate.numbering;

import org.jspecify.annotations.NullMarked;
