/** Child processes: how they start, how they are talked to, and how they end. */
@NullMarked
package tacit.runtime.sandbox.process;

import org.jspecify.annotations.NullMarked;
