/**
 * What the API answers from: the gate's topics and stores. A dial check goes through the same stream as every dialler's; each
 * instance follows all decisions and receipts, so that it does not matter which one is asked, nor which one decides, also
 * while partitions move. Start reading at {@link io.dialgate.runtime.api.Api}.
 */
@NullMarked
package io.dialgate.runtime.api;

import org.jspecify.annotations.NullMarked;
