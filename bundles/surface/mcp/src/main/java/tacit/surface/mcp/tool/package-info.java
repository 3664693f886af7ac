/** The tools that agents call. */
@NullMarked
package tacit.surface.mcp.tool;

import org.jspecify.annotations.NullMarked;
