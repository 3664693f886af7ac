/** The stages of a run, each of which can be taken again after a crash. */
@NullMarked
package tacit.pulse.mind.run;

import org.jspecify.annotations.NullMarked;
