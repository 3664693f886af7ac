package tacit.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Row;
import tacit.api.store.StoreException;

/** The row that a result set stands on. */
final class ResultRow implements Row {

    private final ResultSet rows;

    ResultRow(ResultSet rows) {
        this.rows = rows;
    }

    @Override
    public String text(String column) {
        return present(column, optionalText(column));
    }

    @Override
    public Optional<String> optionalText(String column) {
        return Optional.ofNullable(value(column, ResultSet::getString));
    }

    @Override
    public long number(String column) {
        return present(column, optionalNumber(column));
    }

    @Override
    public Optional<Long> optionalNumber(String column) {
        Object value = value(column, ResultSet::getObject);
        if (value instanceof Boolean truth) {
            return Optional.of(truth ? 1L : 0L);
        }
        return asNumber(column, value).map(Number::longValue);
    }

    @Override
    public double real(String column) {
        return present(column, optionalReal(column));
    }

    @Override
    public Optional<Double> optionalReal(String column) {
        return asNumber(column, value(column, ResultSet::getObject)).map(Number::doubleValue);
    }

    @Override
    public boolean truth(String column) {
        Object value = present(column, Optional.ofNullable(value(column, ResultSet::getObject)));
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new StoreException("Column '" + column + "' must hold truth values, got " + value.getClass());
    }

    @Override
    public Instant time(String column) {
        return Parameters.time(number(column));
    }

    @Override
    public Optional<Instant> optionalTime(String column) {
        return optionalNumber(column).map(Parameters::time);
    }

    private static <T> T present(String column, Optional<T> value) {
        return value.orElseThrow(() -> new StoreException("Column '" + column + "' must not be null, got null"));
    }

    private static Optional<Number> asNumber(String column, @Nullable Object value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Number number) {
            return Optional.of(number);
        }
        throw new StoreException("Column '" + column + "' must hold numbers, got " + value.getClass());
    }

    private <T> @Nullable T value(String column, Getter<T> getter) {
        try {
            return getter.get(rows, column);
        } catch (SQLException e) {
            throw new StoreException("Cannot read column '" + column + "': " + e.getMessage(), e);
        }
    }

    /** One of the getters of a result set. */
    @FunctionalInterface
    private interface Getter<T> {

        @Nullable
        T get(ResultSet rows, String column) throws SQLException;
    }
}
