/** The public HTTP interface of Supermemory as a memory outside this host. */
@NullMarked
package tacit.memory.external.supermemory;

import org.jspecify.annotations.NullMarked;
