package tacit.api.store;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The row that a {@link RowMapper} is looking at.
 *
 * <p>Columns are named as in the query, in any case. A method that does not answer an {@code Optional} throws a
 * {@link StoreException} when the column is null. Confined to the call of the mapper.
 */
@ProviderType
public interface Row {

    String text(String column);

    Optional<String> optionalText(String column);

    /** A whole number, or for a truth column 1 or 0. */
    long number(String column);

    Optional<Long> optionalNumber(String column);

    double real(String column);

    Optional<Double> optionalReal(String column);

    boolean truth(String column);

    /** A time that is stored as microseconds since the epoch in a BIGINT column. */
    Instant time(String column);

    Optional<Instant> optionalTime(String column);
}
