package tacit.memory.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.WorkspaceFile;

class ConcurrentReplaceTest {

    private static final int THREADS = 8;
    private static final int EDITS = 40;

    @TempDir
    Path root;

    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    @Test
    void losesNoUpdateAndShowsNoHalfFile() throws Exception {
        FolderFiles files = FolderFiles.of(root);
        List<Future<?>> writers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String name = "t" + thread;
            writers.add(pool.submit(() -> {
                for (int i = 0; i < EDITS; i++) {
                    addLine(files, name + "-" + i);
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }

        String text = files.read("w", "log.md", 1_000_000).orElseThrow().text();
        assertThat(text.lines()).hasSize(THREADS * EDITS).doesNotHaveDuplicates();
    }

    @RepeatedTest(20)
    void tellsOneOfManyThatItMadeTheFile() throws Exception {
        List<Future<Boolean>> makers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            // Each has locks of its own, as another process would.
            FolderFiles files = FolderFiles.of(root);
            makers.add(pool.submit(() -> files.replace("w", "made.md", null, "mine")));
        }

        int made = 0;
        for (Future<Boolean> maker : makers) {
            made += maker.get() ? 1 : 0;
        }
        assertThat(made).isOne();
    }

    private static void addLine(FolderFiles files, String line) {
        boolean done = false;
        while (!done) {
            Optional<WorkspaceFile> now = files.read("w", "log.md", 1_000_000);
            String text = now.map(WorkspaceFile::text).orElse("");
            assertThat(text).matches(all -> all.isEmpty() || all.endsWith("\n"));
            done = files.replace("w", "log.md", now.map(WorkspaceFile::sha256).orElse(null), text + line + "\n");
        }
    }
}
