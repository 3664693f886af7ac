/**
 * Answers whether a call of a tool may be made: hard limits, then learned rules.
 *
 * <pre>
 *   GuardQuestion --> [guard] --> GuardAnswer
 * </pre>
 */
@NullMarked
package tacit.pulse.guard;

import org.jspecify.annotations.NullMarked;
