/**
 * Keeps what profiles reflect about: targets, runs, points to be done, notices, journals and dreams.
 *
 * <pre>
 *   sources --evidence--> [run: ideas, critique, choice] --> suggestion, dispatch or notice --> what became of it
 * </pre>
 */
@NullMarked
package tacit.pulse.mind;

import org.jspecify.annotations.NullMarked;
