/** A real browser for pages. */
@NullMarked
package tacit.runtime.testkit.browser;

import org.jspecify.annotations.NullMarked;
