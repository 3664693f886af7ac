/**
 * Keeps some of the calls with all that is needed to ask them again.
 *
 * <pre>
 *   facade --call--> [recorder] --Decision, off the thread--> DecisionLog
 *                       ^
 *                       +-- what the provider asked of others, the clock and the random numbers meanwhile
 * </pre>
 */
@NullMarked
package tacit.runtime.harness.recording;

import org.jspecify.annotations.NullMarked;
