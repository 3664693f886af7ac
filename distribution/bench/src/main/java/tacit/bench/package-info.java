/** Measures what Tacit claims: each benchmark is a class, run by name, that prints one JSON object. */
@NullMarked
package tacit.bench;

import org.jspecify.annotations.NullMarked;
