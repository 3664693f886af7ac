/**
 * The Model Context Protocol over HTTP, for clients that begin with {@code initialize} and for those that send everything with
 * each request.
 *
 * <pre>
 *   MCP client --POST /mcp--> [mcp] --> tools, pages, prompts --> services of the host
 * </pre>
 */
@NullMarked
package tacit.surface.mcp;

import org.jspecify.annotations.NullMarked;
