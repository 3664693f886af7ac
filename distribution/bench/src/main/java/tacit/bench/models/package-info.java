/** Measures what the proxy before models adds to a request. */
@NullMarked
package tacit.bench.models;

import org.jspecify.annotations.NullMarked;
