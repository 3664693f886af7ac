/** Makes one prompt of the fragments of all sources, within a budget. */
@NullMarked
package tacit.memory.layers;

import org.jspecify.annotations.NullMarked;
