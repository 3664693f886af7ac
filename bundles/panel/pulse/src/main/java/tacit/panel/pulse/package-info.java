/**
 * Panels of who acts by itself: what it asks and proposes, what it may do, when it looks, what it started and what it thinks.
 *
 * <pre>
 *   desks of the core --what is and why--> [panels] --template, values--> Mission Control --forms--> [panels] --acts--> desks
 * </pre>
 */
@NullMarked
package tacit.panel.pulse;

import org.jspecify.annotations.NullMarked;
