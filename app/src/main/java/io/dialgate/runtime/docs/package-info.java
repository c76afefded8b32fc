/**
 * The documents that the build compares: topologies as text and as pictures, topics and settings as tables. Start reading at
 * {@link io.dialgate.runtime.docs.GeneratedDocs}.
 */
@NullMarked
package io.dialgate.runtime.docs;

import org.jspecify.annotations.NullMarked;
