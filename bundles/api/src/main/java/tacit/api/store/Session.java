package tacit.api.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One transaction's hold on the database.
 *
 * <p>SQL uses positional {@code ?} parameters and the portable dialect of {@code docs/store.md}. A parameter is null or a
 * {@code String}, {@code Integer}, {@code Long}, {@code Double}, {@code Boolean} or {@code Instant} (stored as
 * microseconds since the epoch). Every method throws {@link StoreException} when the database refuses. Confined to the
 * work that received it; not thread-safe.
 */
@ProviderType
public interface Session {

    /** Reads all rows of a query, in its order. */
    <T> List<T> select(String sql, RowMapper<T> mapper, @Nullable Object... parameters);

    /** Reads the only row of a query; throws {@link StoreException} when there are several. */
    <T> Optional<T> selectOne(String sql, RowMapper<T> mapper, @Nullable Object... parameters);

    /** Runs one statement and answers the number of rows that it touched. */
    int update(String sql, @Nullable Object... parameters);

    /** Runs one statement once per element of {@code rows} in one round trip; answers the rows touched by each. */
    int[] batch(String sql, List<@Nullable Object[]> rows);

    /**
     * Inserts the rows whose primary or unique key is not there yet, and leaves the others as they are.
     *
     * @param table the table's name
     * @param columns the columns, in the order of the values of each row
     * @return per row, whether it was inserted; of two equal keys in {@code rows} the first is
     */
    boolean[] insertAbsent(String table, List<String> columns, List<@Nullable Object[]> rows);
}
