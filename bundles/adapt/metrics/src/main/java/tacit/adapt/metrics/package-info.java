/** Measures how an agent changes, and says it in a briefing. */
@NullMarked
package tacit.adapt.metrics;

import org.jspecify.annotations.NullMarked;
