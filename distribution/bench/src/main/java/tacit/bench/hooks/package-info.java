/** How long the hooks of coding agents take, as whole processes. */
@NullMarked
package tacit.bench.hooks;

import org.jspecify.annotations.NullMarked;
