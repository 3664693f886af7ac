/** What agents can call to look into the knowledge graph and to change it. */
@NullMarked
package tacit.memory.recall.graph;

import org.jspecify.annotations.NullMarked;
