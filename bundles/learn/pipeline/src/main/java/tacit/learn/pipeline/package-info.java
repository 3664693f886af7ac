/**
 * Runs the steps of learning in their order.
 *
 * <pre>
 *   pending traces --> mine --> cluster --> eval cases --> learned
 * </pre>
 */
@NullMarked
package tacit.learn.pipeline;

import org.jspecify.annotations.NullMarked;
