package tacit.pulse.dreams;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/**
 * A list that is told newest first, gone through oldest first and each once: what was dealt with is kept, so a stop loses nothing
 * and what was in hand comes again. Thread-safe, one look at a time.
 *
 * @param <T> what the list holds
 */
final class Finished<T> {

    private static final int MOST = 1_000;
    private static final int AT_ONCE = 200;

    private final Database database;
    private final String name;
    private final Function<PageRequest, Page<T>> list;
    private final Function<T, String> id;

    Finished(Database database, String name, Function<PageRequest, Page<T>> list, Function<T, String> id) {
        this.database = database;
        this.name = name;
        this.list = list;
        this.id = id;
    }

    /** Deals with what is new; of very much, with the newest. */
    int each(Consumer<T> work) {
        List<T> fresh = fresh(database.read(session -> new CursorRows(session).last(name)));
        for (T one : fresh) {
            work.accept(one);
            database.write(session -> {
                new CursorRows(session).move(name, id.apply(one));
                return one;
            });
        }
        return fresh.size();
    }

    private List<T> fresh(String last) {
        List<T> fresh = new ArrayList<>();
        for (int offset = 0; offset < MOST; offset += AT_ONCE) {
            List<T> page = list.apply(new PageRequest(offset, AT_ONCE)).rows();
            for (T one : page) {
                if (id.apply(one).equals(last)) {
                    Collections.reverse(fresh);
                    return fresh;
                }
                fresh.add(one);
            }
            if (page.size() < AT_ONCE) {
                break;
            }
        }
        Collections.reverse(fresh);
        return fresh;
    }
}
