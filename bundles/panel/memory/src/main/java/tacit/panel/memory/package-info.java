/**
 * Panels of what is remembered: records with their provenance, writes and dreams that wait for somebody, what the next prompt would
 * hold, and memories outside.
 *
 * <pre>
 *   stores --records--> [panels] --template, values--> Mission Control --forms--> [panels] --acts--> stores
 * </pre>
 */
@NullMarked
package tacit.panel.memory;

import org.jspecify.annotations.NullMarked;
