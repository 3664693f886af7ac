/**
 * The arithmetic of the gate: exact tests on paired outcomes, the budget for what may break, and the cases still needed.
 *
 * <pre>
 *   paired outcomes --effect, breakage, costs--> StatisticalGate --> Verdict
 * </pre>
 */
@NullMarked
package tacit.learn.gate;

import org.jspecify.annotations.NullMarked;
