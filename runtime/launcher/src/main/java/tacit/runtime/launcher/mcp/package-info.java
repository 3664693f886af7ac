/** MCP over standard input and output, carried to the running host. */
@NullMarked
package tacit.runtime.launcher.mcp;

import org.jspecify.annotations.NullMarked;
