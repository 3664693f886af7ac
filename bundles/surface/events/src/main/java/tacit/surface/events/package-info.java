/**
 * Keeps the news of this host for a while, and tells those who follow.
 *
 * <pre>
 *   stages, and listeners of the API --tell--> [RingEvents: the last 10,000] --after, follow--> who watches
 * </pre>
 */
@NullMarked
package tacit.surface.events;

import org.jspecify.annotations.NullMarked;
