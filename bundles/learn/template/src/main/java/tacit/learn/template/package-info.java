/** Masks what differs from one occurrence of a message to the next. */
@NullMarked
package tacit.learn.template;

import org.jspecify.annotations.NullMarked;
