/** Signed statements about jars: how they are made, and whether one holds. */
@NullMarked
package tacit.runtime.trust.statement;

import org.jspecify.annotations.NullMarked;
