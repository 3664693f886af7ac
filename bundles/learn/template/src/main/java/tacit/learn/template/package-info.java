/**
 * Masks what differs from one occurrence of a message to the next. This bundle fills the role {@code failure-template} and
 * nothing else; a newer version of it takes its place while the host runs.
 */
@NullMarked
package tacit.learn.template;

import org.jspecify.annotations.NullMarked;
