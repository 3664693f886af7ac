/** How long it takes to say how learning goes. */
@NullMarked
package tacit.bench.metrics;

import org.jspecify.annotations.NullMarked;
