/**
 * Work that is given, kept, routed to devices and done in the background.
 *
 * <pre>
 *   TaskBrief --> [StoredExecutions] --queue--> [ExecutionLoop] --TaskOrder--> executor --> listeners
 * </pre>
 */
@NullMarked
package tacit.pulse.executors;

import org.jspecify.annotations.NullMarked;
