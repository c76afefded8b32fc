/**
 * What can be set, and what was set.
 *
 * <p>One file, {@code dialgate.properties}, and the environment: a default is below the file, the file below the
 * environment, the environment below the command line. Every key has a unit, a default, one sentence and a check, declared
 * once in {@link io.dialgate.runtime.settings.SettingKeys}; the reference page is generated from there. A wrong value
 * stops the start with one sentence that names file and line, and nothing is half applied. Start reading at {@link
 * io.dialgate.runtime.settings.Settings}.
 */
@NullMarked
package io.dialgate.runtime.settings;

import org.jspecify.annotations.NullMarked;
