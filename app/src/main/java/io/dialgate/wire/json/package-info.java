/**
 * Records as the JSON that programs read from the command line and the API. Start reading at {@link
 * io.dialgate.wire.json.DecisionJson}.
 */
@NullMarked
package io.dialgate.wire.json;

import org.jspecify.annotations.NullMarked;
