/** Measures which notes of what failed runs lacked would be proposed, and how many by chance. */
@NullMarked
package tacit.bench.notes;

import org.jspecify.annotations.NullMarked;
