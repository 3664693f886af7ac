/** What agents read by its address: memories, skills, the harness. */
@NullMarked
package tacit.surface.mcp.page;

import org.jspecify.annotations.NullMarked;
