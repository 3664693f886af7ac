/** How well claims, commitments and corrections are read from plain sentences, beside the described system's rules. */
@NullMarked
package tacit.bench.extraction;

import org.jspecify.annotations.NullMarked;
