/** The database of a host that has no other: HSQLDB in this process, in files of its own directory. */
@NullMarked
package tacit.store.hsqldb;

import org.jspecify.annotations.NullMarked;
