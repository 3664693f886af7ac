/** Follows how somebody writes and what they say of answers, one level of style at a time. */
@NullMarked
package tacit.adapt.style;

import org.jspecify.annotations.NullMarked;
