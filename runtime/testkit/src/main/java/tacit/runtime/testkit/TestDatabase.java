package tacit.runtime.testkit;

import javax.sql.DataSource;
import tacit.api.store.Database;

/** A database that exists for one test only. */
public interface TestDatabase extends AutoCloseable {

    Engine engine();

    /** The open database; after {@link #reopen} another object. */
    Database database();

    /** What it was opened over, for a second {@link Database} beside it. */
    DataSource dataSource();

    /** Closes it in an orderly way and opens it again with everything that is in it. */
    Database reopen();

    /** Closes and deletes it. */
    @Override
    void close();
}
