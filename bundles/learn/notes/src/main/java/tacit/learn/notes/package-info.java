/**
 * Learns what failed runs lacked: facts that successful runs of the same tasks had before them.
 *
 * <pre>
 *   traces --RunReader--> FactRun --FactMiner--> FoundFact --NoteWriter--> review queue
 * </pre>
 */
@NullMarked
package tacit.learn.notes;

import org.jspecify.annotations.NullMarked;
