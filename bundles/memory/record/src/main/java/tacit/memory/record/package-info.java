/**
 * Keeps the records of every memory, their evidence and what they said before.
 *
 * <pre>
 *   MemoryDraft --Admission--> SqlMemoryStore --Events--> Courier --> MemoryCopies, SearchIndex
 * </pre>
 */
@NullMarked
package tacit.memory.record;

import org.jspecify.annotations.NullMarked;
