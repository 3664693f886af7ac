/**
 * Tasks as calls of MCP tools, over Streamable HTTP or to a program.
 *
 * <pre>
 *   TaskOrder --> [McpToolExecutor] --tools/call--> MCP server --result--> TaskResult
 * </pre>
 */
@NullMarked
package tacit.pulse.mcp;

import org.jspecify.annotations.NullMarked;
