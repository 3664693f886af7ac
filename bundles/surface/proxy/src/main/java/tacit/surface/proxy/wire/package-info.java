/** What requests say, and where a context goes into them while every other byte stays as it is. */
@NullMarked
package tacit.surface.proxy.wire;

import org.jspecify.annotations.NullMarked;
