/**
 * Keeps the few facts that every prompt shows: short entries, one line each, in the store and in the workspace's files.
 *
 * <pre>
 *   CurationRequest --[Edit]--> WriteGate --allowed--> [Editing] --> MemoryStore --> [Mirror] --> .cowork/*.md
 *                                   |                      ^
 *                                   +--staged, approved----+
 * </pre>
 */
@NullMarked
package tacit.memory.curated;

import org.jspecify.annotations.NullMarked;
