package tacit.memory.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tacit.api.store.Database;
import tacit.memory.index.LuceneIndex;
import tacit.runtime.testkit.Folders;

/** Opens graphs over a real store and a real index, and closes them behind each test. */
final class OpenGraphs implements AfterEachCallback {

    private final List<LuceneIndex> open = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();

    Graphs over(Database database) {
        return over(database, Map.of());
    }

    Graphs over(Database database, Map<String, ?> settings) {
        try {
            Path folder = Files.createTempDirectory("graph-index");
            folders.add(folder);
            LuceneIndex index = new LuceneIndex(folder, List.of(), Clock.systemUTC());
            open.add(index);
            return new Graphs(database, index, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        open.forEach(LuceneIndex::close);
        folders.forEach(Folders::delete);
        open.clear();
        folders.clear();
    }
}
