/**
 * Proposes rules of the guard, mined from graded runs.
 *
 * <pre>
 *   graded runs, older half --GuardMiner--> rules --> [guards] --> Proposal of the setting "rules"
 * </pre>
 */
@NullMarked
package tacit.learn.proposers.guards;

import org.jspecify.annotations.NullMarked;
