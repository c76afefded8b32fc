/**
 * How risky a transaction is: a score of bands over its amount, its customer's tier and how fast that customer has been acting,
 * held against the threshold of its category.
 *
 * <p>The model is data ({@link io.dialgate.domain.risk.RiskModel}); nothing about it is written in code. How fast a customer
 * acts is the matter of {@code velocity}, which keeps state; scoring keeps none. Start reading at
 * {@link io.dialgate.domain.risk.Scorer}.
 */
@NullMarked
package io.dialgate.domain.risk;

import org.jspecify.annotations.NullMarked;
