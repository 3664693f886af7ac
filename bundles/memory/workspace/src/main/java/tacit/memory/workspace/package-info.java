/** The folders of workspaces, and the files in them that Tacit may read and write. */
@NullMarked
package tacit.memory.workspace;

import org.jspecify.annotations.NullMarked;
