package tacit.runtime.backup;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tacit.api.store.Row;

/** What a column of the portable dialect holds. */
enum Kind {
    TEXT,
    NUMBER,
    REAL,
    TRUTH;

    /** By the name that the catalog of either engine gives a type. */
    static Kind of(String type) {
        String name = type.toLowerCase(Locale.ROOT);
        if (name.startsWith("char") || name.startsWith("text") || name.contains("varchar")) {
            return TEXT;
        }
        return switch (name) {
            case "bigint", "integer" -> NUMBER;
            case "double precision", "double" -> REAL;
            case "boolean" -> TRUTH;
            default -> throw new IllegalStateException("Cannot copy a column of type '" + type + "'");
        };
    }

    /** The value of a column; null where the row has none. */
    @Nullable
    Object read(Row row, String column) {
        return switch (this) {
            case TEXT -> row.optionalText(column).orElse(null);
            case NUMBER -> row.optionalNumber(column).orElse(null);
            case REAL -> row.optionalReal(column).orElse(null);
            case TRUTH -> row.optionalNumber(column).map(number -> number != 0).orElse(null);
        };
    }
}
