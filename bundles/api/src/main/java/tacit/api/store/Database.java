package tacit.api.store;

import java.util.List;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The relational database of this host: HSQLDB in process, or PostgreSQL where it is configured. Thread-safe.
 *
 * <p>There is always one, it is migrated and open while the service is registered.
 */
@ProviderType
public interface Database {

    /** Runs a query in a read-only transaction on the caller's thread. */
    <T> T read(Work<T> work);

    /**
     * Runs a change and returns after it is durable on disk.
     *
     * <p>Changes of concurrent callers share a commit, so the work runs on the writer's thread, must be short, must not
     * call the database again and must not wait for another caller. A work that throws is rolled back alone.
     */
    <T> T write(Work<T> work);

    /**
     * Runs calls of services as one change: all that they write is durable when this returns, or nothing of it is.
     *
     * <p>They run on the writer's thread and see what they wrote before; all other changes wait meanwhile. So they must be short, wait
     * for nobody, and do nothing that lies outside of the database, as that might stay while the change goes. A {@link #write} among
     * them that throws is rolled back alone, and it is for the caller whether the rest goes on. Called again within, it joins. A
     * database that can not do that runs one change after the other.
     */
    default <T> T together(Supplier<T> calls) {
        return calls.get();
    }

    /**
     * Brings the tables of one owner up to date; returns at once when they are.
     *
     * <p>Scripts are the resources {@code db/V1.sql}, {@code db/V2.sql}, … beside {@code anchor}'s class loader root,
     * numbered without gaps; each runs once, in its own transaction, in order. They only add (tables, columns, indexes),
     * so that an older version of a bundle still reads what a newer one left. A script that changed after it ran is
     * refused.
     *
     * @param owner the symbolic name of the bundle that owns the tables
     * @param anchor a class of that bundle
     * @throws StoreException when a script fails or was changed; the scripts before it stay applied
     */
    void migrate(String owner, Class<?> anchor);

    /**
     * Brings the tables of one owner up to date with scripts whose texts the caller has, as a restore does for bundles that do not
     * run. Otherwise as {@link #migrate(String, Class)}.
     *
     * @param scripts the texts, from the first
     */
    void migrate(String owner, List<String> scripts);

    /**
     * Rewrites the files so that no byte of what was deleted is left in them; others wait meanwhile. What an engine keeps for
     * recovery elsewhere, such as PostgreSQL's write-ahead log and backups, goes when the engine lets it go.
     */
    void compact();

    /** The engine and where it keeps its data, in words, without credentials: for status and doctor. */
    String description();
}
