/**
 * Verbs about one number or a few: ask the gate, opt out, opt in, hold.
 *
 * <p>What belongs here: how numbers and entries are named on the command line, and the words for a decision. Nothing is
 * decided here: a verb writes what a dialer or a bridge would write and tells what the stream answers. Start reading at
 * {@link io.dialgate.cli.number.CheckVerb}.
 */
@NullMarked
package io.dialgate.cli.number;

import org.jspecify.annotations.NullMarked;
