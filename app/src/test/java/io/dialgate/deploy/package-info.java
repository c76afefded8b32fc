/** Holds the files by which Dialgate is deployed against validators that are not ours. */
@NullMarked
package io.dialgate.deploy;

import org.jspecify.annotations.NullMarked;
