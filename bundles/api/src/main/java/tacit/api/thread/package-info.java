/** How work behind the scenes leaves the machine to whoever waits for an answer. */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.thread;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
