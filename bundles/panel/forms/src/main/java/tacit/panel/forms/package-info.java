/** What panels of Mission Control have in common: reading fields of forms, and saying what came of them. */
@NullMarked
package tacit.panel.forms;

import org.jspecify.annotations.NullMarked;
