/** The data directory on disk: where each thing lies, who holds it, and how a running host is reached. */
@NullMarked
package tacit.runtime.launcher.data;

import org.jspecify.annotations.NullMarked;
