package tacit.pulse.executors;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions of a query with their values. Confined to its builder. */
final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Null for no condition. */
    Where equal(String column, @Nullable String value) {
        if (value != null) {
            conditions.add(column + " = ?");
            values.add(value);
        }
        return this;
    }

    Object[] values() {
        return values.toArray();
    }

    @Override
    public String toString() {
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
    }
}
