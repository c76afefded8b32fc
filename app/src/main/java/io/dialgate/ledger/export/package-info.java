/**
 * A log from the audit topic into a folder, as others can serve it.
 *
 * <p>What belongs here: going on where an earlier export ended, and ending where a head is signed. Start reading at
 * {@link io.dialgate.ledger.export.LogExport}.
 */
@NullMarked
package io.dialgate.ledger.export;

import org.jspecify.annotations.NullMarked;
