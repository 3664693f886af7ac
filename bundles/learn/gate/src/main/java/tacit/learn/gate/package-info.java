/**
 * The arithmetic of the gate: exact tests on paired outcomes, the budget for what may break, the cases still needed, and
 * the test that may be looked at after every case.
 *
 * <pre>
 *   paired outcomes --effect, breakage, costs--> StatisticalGate --> Verdict
 * </pre>
 */
@NullMarked
package tacit.learn.gate;

import org.jspecify.annotations.NullMarked;
