/** Tasks as calls of MCP tools. */
@NullMarked
package tacit.pulse.mcp;

import org.jspecify.annotations.NullMarked;
