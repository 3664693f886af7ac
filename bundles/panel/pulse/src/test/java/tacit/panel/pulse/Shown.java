package tacit.panel.pulse;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import tacit.api.page.Page;

/** What a page was given to show. */
final class Shown {

    private Shown() {}

    static List<?> rows(Page page) {
        return (List<?>) Objects.requireNonNull(page.values().get("rows"));
    }

    /** One column of a table, as texts. */
    static List<String> column(Page page, String table, String key) {
        return ((List<?>) Objects.requireNonNull(page.values().get(table)))
                .stream().map(row -> String.valueOf(((Map<?, ?>) row).get(key))).toList();
    }
}
