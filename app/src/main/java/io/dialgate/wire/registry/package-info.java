/** The registry of schemas. */
@NullMarked
package io.dialgate.wire.registry;

import org.jspecify.annotations.NullMarked;
