/** JSON-RPC messages, the versions of the protocol, and who calls. */
@NullMarked
package tacit.surface.mcp.rpc;

import org.jspecify.annotations.NullMarked;
