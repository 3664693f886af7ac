/**
 * Has ideas about what was seen, looks for what speaks against them, and lets one win.
 *
 * <pre>
 *   evidence --> generators --> hypotheses --> critic --> choice --> judgement
 * </pre>
 */
@NullMarked
package tacit.pulse.reflection;

import org.jspecify.annotations.NullMarked;
