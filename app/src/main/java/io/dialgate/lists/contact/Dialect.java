package io.dialgate.lists.contact;

import java.nio.charset.Charset;

/**
 * How a contact list is written.
 *
 * @param charset UTF-8 or Windows-1252
 * @param markBytes of a byte order mark at its beginning; 0 if it has none
 * @param separator of fields: comma, semicolon, tab or bar
 * @param header whether its first row names the columns
 * @param columns that a row has
 * @param phone the number's column, counted from 0
 */
public record Dialect(Charset charset, int markBytes, char separator, boolean header, int columns, int phone) {}
