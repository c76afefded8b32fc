/**
 * Where a phone may be: the domain's port {@link io.dialgate.domain.place.Atlas} over tables of area codes, states and postal
 * codes.
 *
 * <p>What belongs here: the tables (resources beside this package, each with its source and version) and what looks things
 * up in them. Two tables are written from libphonenumber's geocoder, all others are kept by hand; what they say is united,
 * because a zone or state too many only delays a call. Only {@code runtime} and {@code cli} may make an atlas; the rest takes
 * it as the port. Imports {@code domain.place}, {@code domain.phone} and libphonenumber. Start reading at
 * {@link io.dialgate.numbering.place.NumberAtlas}.
 */
@NullMarked
package io.dialgate.numbering.place;

import org.jspecify.annotations.NullMarked;
