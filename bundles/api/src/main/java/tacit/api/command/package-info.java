/**
 * What the {@code tacit} command can do: each verb is a service, run by the launcher or inside a host that already runs.
 *
 * <pre>
 *   ./tacit VERB … --arguments--> [command] --text, exit code-->
 * </pre>
 */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.command;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
