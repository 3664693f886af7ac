/** Proposed changes of the harness, how they were proved, and the questions that prove them. */
@NullMarked
package tacit.surface.gateway.rest.proof;

import org.jspecify.annotations.NullMarked;
