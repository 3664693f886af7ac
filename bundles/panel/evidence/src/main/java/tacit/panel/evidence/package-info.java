/**
 * Panels of what agents did: what goes on and what waits, traces with their spans, tasks with what was learnt from them.
 *
 * <pre>
 *   stores --records--> [panels] --template, values--> Mission Control
 * </pre>
 */
@NullMarked
package tacit.panel.evidence;

import org.jspecify.annotations.NullMarked;
