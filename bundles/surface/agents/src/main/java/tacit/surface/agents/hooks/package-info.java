/** What hooks of coding agents are answered, and what is kept of their events. */
@NullMarked
package tacit.surface.agents.hooks;

import org.jspecify.annotations.NullMarked;
