/** How long it takes to ask recorded questions again under both arms. */
@NullMarked
package tacit.bench.experiment;

import org.jspecify.annotations.NullMarked;
