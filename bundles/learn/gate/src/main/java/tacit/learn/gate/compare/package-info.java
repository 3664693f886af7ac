/**
 * The command that judges two batches of recorded runs, in any CI and without a host.
 *
 * <pre>
 *   files --BatchReader--> Batch --Comparison--> Verdict --Report--> terminal, JSON, JUnit, Markdown
 * </pre>
 */
@NullMarked
package tacit.learn.gate.compare;

import org.jspecify.annotations.NullMarked;
