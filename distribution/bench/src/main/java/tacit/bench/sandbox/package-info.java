/** What it costs to ask a candidate in a child process. */
@NullMarked
package tacit.bench.sandbox;

import org.jspecify.annotations.NullMarked;
