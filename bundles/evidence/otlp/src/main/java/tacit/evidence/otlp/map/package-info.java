/** Understands spans: one small class per convention turns its attributes into the words of {@code tacit.api.trace}. */
@NullMarked
package tacit.evidence.otlp.map;

import org.jspecify.annotations.NullMarked;
