/** Files that are derived from what is kept: journals, runs, targets, dreams. */
@NullMarked
package tacit.pulse.mind.files;

import org.jspecify.annotations.NullMarked;
