/** Skills as folders that agents read, by the rules of the published format. */
@NullMarked
package tacit.adapt.skills.folder;

import org.jspecify.annotations.NullMarked;
