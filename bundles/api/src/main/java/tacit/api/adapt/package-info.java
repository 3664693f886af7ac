/**
 * Adapting to the people that an agent works for: how answers read, how they fit their channel, which skills come of what worked,
 * what feedback says, and how well all of that goes.
 *
 * <pre>
 *   runs, messages, feedback --> roles that adapt --StateStore--> style, skills, metrics, reports --> the next prompt
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.adapt;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
