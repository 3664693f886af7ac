/**
 * Starts Tacit: reads the command line, holds the data directory and runs a verb in the framework or in a host that already runs.
 *
 * <pre>
 *   ./tacit VERB … --> [launcher] --> framework | running host
 * </pre>
 */
@NullMarked
package tacit.runtime.launcher;

import org.jspecify.annotations.NullMarked;
