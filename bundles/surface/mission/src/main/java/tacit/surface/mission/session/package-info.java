/** Browsers that have logged in with a token, and forms that nobody else can send for them. */
@NullMarked
package tacit.surface.mission.session;

import org.jspecify.annotations.NullMarked;
