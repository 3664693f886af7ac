package tacit.surface.cli;

import java.util.List;
import tacit.api.store.Database;
import tacit.api.store.Work;

/** A database that only says what it is. */
final class FakeDatabase implements Database {

    @Override
    public <T> T read(Work<T> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> T write(Work<T> work) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void migrate(String owner, Class<?> anchor) {}

    @Override
    public void migrate(String owner, List<String> scripts) {}

    @Override
    public void compact() {}

    @Override
    public String description() {
        return "fake in memory";
    }
}
