package tacit.store.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns the values that a session takes into those that both engines keep alike. */
final class Parameters {

    private static final int MICROS_PER_SECOND = 1_000_000;

    private Parameters() {}

    static void bind(PreparedStatement statement, int position, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(position, Types.OTHER);
        } else if (value instanceof String text) {
            statement.setString(position, storable(text));
        } else if (value instanceof Long number) {
            statement.setLong(position, number);
        } else if (value instanceof Instant time) {
            statement.setLong(position, micros(time));
        } else if (value instanceof Integer number) {
            statement.setInt(position, number);
        } else if (value instanceof Boolean truth) {
            statement.setBoolean(position, truth);
        } else if (value instanceof Double number) {
            statement.setDouble(position, number);
        } else {
            throw new IllegalArgumentException("Parameter " + position
                    + " must be a String, Integer, Long, Double, Boolean or Instant, got "
                    + value.getClass().getName());
        }
    }

    static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND), time.getNano() / 1000);
    }

    static Instant time(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND), Math.floorMod(micros, MICROS_PER_SECOND) * 1000L);
    }

    /** PostgreSQL holds neither NUL nor half a surrogate pair: they become the replacement character in both. */
    static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (unstorable(text, i)) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder copy = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (unstorable(text, i)) {
                copy.setCharAt(i, '\uFFFD');
            }
        }
        return copy.toString();
    }

    private static boolean unstorable(String text, int index) {
        char unit = text.charAt(index);
        if (unit == 0) {
            return true;
        }
        if (!Character.isSurrogate(unit)) {
            return false;
        }
        return Character.isHighSurrogate(unit)
                ? index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1))
                : index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }
}
