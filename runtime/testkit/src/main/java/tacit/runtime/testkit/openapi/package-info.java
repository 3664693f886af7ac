/** Holds what resources answer against what they say of their answers. */
@NullMarked
package tacit.runtime.testkit.openapi;

import org.jspecify.annotations.NullMarked;
