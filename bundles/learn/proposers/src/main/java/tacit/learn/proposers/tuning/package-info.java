/**
 * Tunes automation profiles, by asking older cases of the heartbeat again.
 *
 * <pre>
 *   profiles, older cases --Evaluator--> what each value mends and breaks --> [tuning] --> Proposal
 * </pre>
 */
@NullMarked
package tacit.learn.proposers.tuning;

import org.jspecify.annotations.NullMarked;
