/**
 * What the lines of a registry's files mean: layouts as YAML, and lines read by them.
 *
 * <p>What belongs here: columns, spellings of numbers and dates, words for actions and answers. A number leaves this package
 * as its E.164 digits in a {@code long}: hundreds of millions of them have to be sorted. The shipped layouts are resources
 * beside this package. Start reading at {@link io.dialgate.lists.layout.Layout}.
 */
@NullMarked
package io.dialgate.lists.layout;

import org.jspecify.annotations.NullMarked;
