/**
 * Answers which model an agent should use, from settings alone.
 *
 * <pre>
 *   ModelQuestion --> [choice] --> ModelAnswer
 * </pre>
 */
@NullMarked
package tacit.model.choice;

import org.jspecify.annotations.NullMarked;
