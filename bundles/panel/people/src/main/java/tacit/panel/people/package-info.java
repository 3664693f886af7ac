/**
 * Panels of how people are answered: style, skills, and how well learning goes.
 *
 * <pre>
 *   roles --records--> [panels] --template, values--> Mission Control --forms--> [panels] --acts--> roles
 * </pre>
 */
@NullMarked
package tacit.panel.people;

import org.jspecify.annotations.NullMarked;
