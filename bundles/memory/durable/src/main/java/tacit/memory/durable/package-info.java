/**
 * Keeps conversations of runs beyond what a prompt can hold, and finds their words again.
 *
 * <pre>
 *   SessionMessage --Lines--> Line --Alignment--> new ones --Recording--> MemoryStore --Finding, Describing--> ContextHit
 * </pre>
 */
@NullMarked
package tacit.memory.durable;

import org.jspecify.annotations.NullMarked;
