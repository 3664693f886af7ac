/** How answers fit the channel where they are read, and the people who read there. */
@NullMarked
package tacit.adapt.persona;

import org.jspecify.annotations.NullMarked;
