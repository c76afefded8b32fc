/**
 * The risk topology: each transaction of a customer is scored by its amount, its customer's tier and how fast that customer has been
 * acting, under the model in force, and in shadow under a second one.
 *
 * <p>What belongs here: wiring, and shells around {@code domain.risk}. Start reading at {@link
 * io.dialgate.topology.risk.RiskTopology}.
 */
@NullMarked
package io.dialgate.topology.risk;

import org.jspecify.annotations.NullMarked;
