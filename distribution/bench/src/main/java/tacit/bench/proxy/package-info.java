/** Measures what a facade adds to a call. */
@NullMarked
package tacit.bench.proxy;

import org.jspecify.annotations.NullMarked;
