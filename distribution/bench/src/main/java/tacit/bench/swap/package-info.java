/** Measures what callers notice of a provider that is replaced under load. */
@NullMarked
package tacit.bench.swap;

import org.jspecify.annotations.NullMarked;
