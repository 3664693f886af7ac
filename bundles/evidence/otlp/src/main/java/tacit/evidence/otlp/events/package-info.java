/** Understands log events: what coding agents report instead of spans, and what graders say of spans. */
@NullMarked
package tacit.evidence.otlp.events;

import org.jspecify.annotations.NullMarked;
