/** Real clients for what is served over HTTP, and a small server for it. */
@NullMarked
package tacit.runtime.testkit.http;

import org.jspecify.annotations.NullMarked;
