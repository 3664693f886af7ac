/** Proposes skills from what worked again and again, and keeps those that somebody approved. */
@NullMarked
package tacit.adapt.skills;

import org.jspecify.annotations.NullMarked;
