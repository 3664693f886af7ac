package tacit.api.store;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes a value of one row; called once per row, on the caller's thread, while the query is open. */
@ConsumerType
@FunctionalInterface
public interface RowMapper<T> {

    T map(Row row);
}
