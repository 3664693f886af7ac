/** What is known about the user, and how it is learnt from what they say. */
@NullMarked
package tacit.memory.profile;

import org.jspecify.annotations.NullMarked;
