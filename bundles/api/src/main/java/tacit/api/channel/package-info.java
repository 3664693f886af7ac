/** Messages from the places where people are, and the answers that go back there. */
@Export
@Version("1.0.0")
@NullMarked
package tacit.api.channel;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
