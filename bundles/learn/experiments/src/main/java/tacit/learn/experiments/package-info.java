/**
 * Takes proposals, has their cases executed under both arms, and makes what passed a generation.
 *
 * <pre>
 *   Proposal --> [experiments] --cases, both arms--> Gate --> Generations
 * </pre>
 */
@NullMarked
package tacit.learn.experiments;

import org.jspecify.annotations.NullMarked;
