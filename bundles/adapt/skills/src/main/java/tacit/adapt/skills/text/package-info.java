/** What a skill says, piece by piece, with the runs that each piece comes from. */
@NullMarked
package tacit.adapt.skills.text;

import org.jspecify.annotations.NullMarked;
