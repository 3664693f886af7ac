/** What the machine must offer for Tacit to run: one check per question, each with its mend. */
@NullMarked
package tacit.runtime.launcher.doctor;

import org.jspecify.annotations.NullMarked;
