/** How long it takes to write runs as data to train models with, and in how much memory. */
@NullMarked
package tacit.bench.export;

import org.jspecify.annotations.NullMarked;
