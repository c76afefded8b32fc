/**
 * {@code dialgate risk}: score without a broker, show and publish models, compare and backtest.
 *
 * <p>What belongs here: where models and transactions come from, pages that live in memory for a run without a broker,
 * and the words for an assessment. How a score comes about is {@code domain.risk}'s. Start reading at {@link
 * io.dialgate.cli.risk.RiskVerb}.
 */
@NullMarked
package io.dialgate.cli.risk;

import org.jspecify.annotations.NullMarked;
