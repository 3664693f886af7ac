package tacit.store.hsqldb;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.WeakHashMap;
import org.hsqldb.Database;
import org.hsqldb.Table;
import org.hsqldb.lib.HsqlArrayList;
import org.hsqldb.persist.RowStoreAVL;

/**
 * How many rows the engine expects behind each index, by which it chooses the index of a statement. It estimates that once for a
 * table, when the first statement is compiled, and again only beyond 16,384 rows; what was estimated for an empty table has it
 * take the primary key for whatever begins with the same column. Here the estimates of a table are dropped whenever it has
 * become twice as large or half as large, so that the next statement is compiled by what there is. Thread-safe.
 */
final class Estimates {

    /** The engine drops them in the same way, but has no call for it. */
    private static final VarHandle OF_STORE = ofStore();

    private final Database database;
    private final Map<Table, Long> rows = new WeakHashMap<>();

    Estimates(Database database) {
        this.database = database;
    }

    private static VarHandle ofStore() {
        try {
            return MethodHandles.privateLookupIn(RowStoreAVL.class, MethodHandles.lookup())
                    .findVarHandle(RowStoreAVL.class, "searchCost", double[][].class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of HSQLDB keeps its estimates elsewhere", e);
        }
    }

    /** Drops the estimates that hold no longer. */
    synchronized void refresh() {
        HsqlArrayList<Table> tables = database.schemaManager.getAllTables(false);
        for (int place = 0; place < tables.size(); place++) {
            Table table = tables.get(place);
            if (table.isCached() && database.persistentStoreCollection.getStore(table) instanceof RowStoreAVL store) {
                refresh(table, store);
            }
        }
    }

    private void refresh(Table table, RowStoreAVL store) {
        long known = rows.getOrDefault(table, 0L);
        long now = store.elementCount();
        if (now > known * 2 || now < known / 2) {
            drop(store);
            rows.put(table, now);
        }
    }

    // The engine estimates, and reads what it estimated, under the lock of the store
    private static void drop(RowStoreAVL store) {
        synchronized (store) {
            OF_STORE.set(store, (double[][]) null);
        }
    }
}
