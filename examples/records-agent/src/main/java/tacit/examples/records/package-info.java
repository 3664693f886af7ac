/**
 * A small agent without a model: it answers questions over a records database as a script would, makes the mistakes that
 * such agents make, and does better only when the context that it is given tells it better.
 *
 * <pre>
 *   task --context--> [agent] --sql, read_file--> answer --OTLP--> Tacit
 * </pre>
 */
@NullMarked
package tacit.examples.records;

import org.jspecify.annotations.NullMarked;
