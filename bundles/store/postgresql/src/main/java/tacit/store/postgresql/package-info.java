/** The database of a fleet: a PostgreSQL server that the operator names. */
@NullMarked
package tacit.store.postgresql;

import org.jspecify.annotations.NullMarked;
