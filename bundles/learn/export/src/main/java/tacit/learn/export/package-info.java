/**
 * Writes runs as data to train models with: those whose users allow it, without secrets and without what was deleted.
 *
 * <pre>
 *   traces --> [export] --> JSON lines
 * </pre>
 */
@NullMarked
package tacit.learn.export;

import org.jspecify.annotations.NullMarked;
