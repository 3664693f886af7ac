/** Signals from changed files. */
@NullMarked
package tacit.trigger.files;

import org.jspecify.annotations.NullMarked;
