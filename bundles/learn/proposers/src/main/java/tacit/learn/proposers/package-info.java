/**
 * Has changes of the harness proposed from time to time, and proved within a budget.
 *
 * <pre>
 *   Proposer --Proposal--> [proposers] --> Experiments --run--> verdict, which an operator promotes
 * </pre>
 */
@NullMarked
package tacit.learn.proposers;

import org.jspecify.annotations.NullMarked;
