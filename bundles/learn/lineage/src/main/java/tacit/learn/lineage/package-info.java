/**
 * Reads what led to a thing and what came of it, and which rules about tool calls are in force.
 *
 * <pre>
 *   traces, failures, families, cases, experiments, generations --> [lineage] --> surface
 * </pre>
 */
@NullMarked
package tacit.learn.lineage;

import org.jspecify.annotations.NullMarked;
