/**
 * Makes replay cases of what agents and people left, without being asked to.
 *
 * <pre>
 *   families, successful runs --> [made] --Rebuilt--> replay
 * </pre>
 */
@NullMarked
package tacit.learn.evals.made;

import org.jspecify.annotations.NullMarked;
