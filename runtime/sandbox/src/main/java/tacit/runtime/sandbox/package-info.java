/**
 * Asks candidates recorded questions in child processes.
 *
 * <pre>
 *   SandboxRun --> [sandbox] --pipe--> child process behind walls --> candidate
 * </pre>
 */
@NullMarked
package tacit.runtime.sandbox;

import org.jspecify.annotations.NullMarked;
