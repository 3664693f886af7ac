/** Says how an answer must look in its channel, and who reads it there. */
@NullMarked
package tacit.adapt.persona;

import org.jspecify.annotations.NullMarked;
