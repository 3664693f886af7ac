/**
 * Panels of the measured loop: families of failures, questions, experiments, generations, what was learnt, and how it all hangs
 * together.
 *
 * <pre>
 *   stores --records--> [panels] --template, values--> Mission Control --forms--> [panels] --acts--> stores
 * </pre>
 */
@NullMarked
package tacit.panel.learning;

import org.jspecify.annotations.NullMarked;
