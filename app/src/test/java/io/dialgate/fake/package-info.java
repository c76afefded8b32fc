/**
 * Stand-ins for what Dialgate calls, for the tests of more than one package.
 *
 * <p>They answer on loopback, on a free port, what a test tells them to, and remember what they were asked. Those that only one
 * package needs are there: a registry of schemas, a scorer, the platforms. Start reading at {@link io.dialgate.fake.FakeServer}.
 */
@NullMarked
package io.dialgate.fake;

import org.jspecify.annotations.NullMarked;
