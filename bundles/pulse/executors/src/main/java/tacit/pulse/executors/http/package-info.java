/** Executions, devices and shell sessions over HTTP. */
@NullMarked
package tacit.pulse.executors.http;

import org.jspecify.annotations.NullMarked;
