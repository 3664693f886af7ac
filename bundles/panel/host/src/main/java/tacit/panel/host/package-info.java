/**
 * Panels of the host itself: its settings, what governs it, its bundles, who may do what, and how it does.
 *
 * <pre>
 *   services of the host --records--> [panels] --template, values--> Mission Control --forms--> [panels] --acts--> services
 * </pre>
 */
@NullMarked
package tacit.panel.host;

import org.jspecify.annotations.NullMarked;
