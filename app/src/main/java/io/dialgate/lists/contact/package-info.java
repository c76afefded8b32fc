/**
 * Contact lists: CSV files as customers have them, row by row with the exact bytes of each.
 *
 * <p>What belongs here: which dialect a file is written in ({@code Sniffer}), its rows and what is wrong with one ({@code Rows}),
 * which numbers it has ({@code NumberIndex}), and files that some of them go to ({@code RowFile}). Nothing here knows a broker. Structure is read as ISO 8859-1: separators and quotes
 * are the same bytes in every encoding that is taken, and so no byte is ever changed. Start reading at
 * {@link io.dialgate.lists.contact.ContactList}.
 */
@NullMarked
package io.dialgate.lists.contact;

import org.jspecify.annotations.NullMarked;
