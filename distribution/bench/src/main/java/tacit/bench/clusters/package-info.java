/** Compares the families that failures are put into with classes of errors that are read off the raw texts here. */
@NullMarked
package tacit.bench.clusters;

import org.jspecify.annotations.NullMarked;
