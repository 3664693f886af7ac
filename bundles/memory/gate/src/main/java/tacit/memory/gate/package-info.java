/**
 * Decides which writes wait for somebody's approval, and keeps those that do.
 *
 * <pre>
 *   a memory --MemoryWrite--> [gate] --allowed--> the memory does it
 *                               |
 *                               +--staged--> an operator --approve--> WriteTarget --> the memory does exactly that
 * </pre>
 */
@NullMarked
package tacit.memory.gate;

import org.jspecify.annotations.NullMarked;
