/** Reads feedback and corrections. */
@NullMarked
package tacit.adapt.feedback;

import org.jspecify.annotations.NullMarked;
