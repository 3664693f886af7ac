package tacit.learn.experiments;

import java.util.List;
import java.util.function.Supplier;
import tacit.api.store.Database;
import tacit.api.store.Work;

/** Kills a host at a call of the store or of the harness: nothing that it asks for afterwards is done. */
final class Cuts {

    private int left = Integer.MAX_VALUE;
    private boolean dead;

    /** What nobody in the host catches. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1;

        Killed() {
            super("The host was killed", null, false, false);
        }
    }

    /** A place where a host may die: before and after whatever stays. */
    void step() {
        left--;
        alive();
    }

    private void alive() {
        dead |= left <= 0;
        if (dead) {
            throw new Killed();
        }
    }

    /** The next host lives for so many steps. */
    void revive(int steps) {
        dead = false;
        left = steps;
    }

    /** The same database, which a dead host does not reach. */
    Database of(Database database) {
        return new Mortal(database);
    }

    private final class Mortal implements Database {

        private final Database database;

        Mortal(Database database) {
            this.database = database;
        }

        @Override
        public <T> T read(Work<T> work) {
            alive();
            return database.read(work);
        }

        @Override
        public <T> T write(Work<T> work) {
            step();
            T done = database.write(work);
            step();
            return done;
        }

        @Override
        public <T> T together(Supplier<T> calls) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void migrate(String owner, Class<?> anchor) {
            database.migrate(owner, anchor);
        }

        @Override
        public void migrate(String owner, List<String> scripts) {
            database.migrate(owner, scripts);
        }

        @Override
        public void compact() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String description() {
            return database.description();
        }
    }
}
