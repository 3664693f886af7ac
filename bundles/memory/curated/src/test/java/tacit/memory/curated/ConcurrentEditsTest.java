package tacit.memory.curated;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.CurationRequest.Target;
import tacit.api.memory.CurationResult;
import tacit.api.memory.CurationResult.Status;
import tacit.api.memory.MemoryRecord;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ConcurrentEditsTest {

    private static final int THREADS = 8;
    /** In full: {@code -Dtacit.curated.edits=10000}. */
    private static final int EDITS = Integer.getInteger("tacit.curated.edits", 400);

    private static final String BEFORE = "# Ours\n\nText before $& it.\n\n";
    private static final String AFTER = "\n\nText behind it, without an end";

    @TempDir
    Path folder;

    @Test
    void losesNoUpdateAndKeepsTheFileValid(Database database) throws Exception {
        Fixture fixture = new Fixture(database, folder, "off");
        fixture.write(Target.WORKSPACE, BEFORE + CuratedMemory.BLOCK_BEGIN + "\n" + CuratedMemory.BLOCK_END + AFTER);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
        try {
            AtomicBoolean over = new AtomicBoolean();
            Future<Integer> reader = threads.submit(() -> readThroughout(over));
            List<Callable<Set<String>>> editors = new ArrayList<>();
            for (int editor = 0; editor < THREADS; editor++) {
                int number = editor;
                editors.add(() -> edit(fixture, number));
            }
            Set<String> expected = new TreeSet<>();
            for (Future<Set<String>> done : threads.invokeAll(editors)) {
                expected.addAll(done.get());
            }
            over.set(true);

            assertThat(reader.get()).isPositive();
            assertThat(new TreeSet<>(fixture.texts(Target.WORKSPACE))).isEqualTo(expected);
            assertThat(shown(fixture.file(Target.WORKSPACE))).isEqualTo(expected);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Adds, replaces and removes in turns; answers what must be there in the end. */
    private static Set<String> edit(Fixture fixture, int editor) {
        Set<String> mine = new TreeSet<>();
        String last = "";
        for (int step = 0; step < EDITS / THREADS; step++) {
            String text = "editor " + (char) ('a' + editor) + " notes step" + step + " $& \\1";
            int turn = mine.size() >= 20 ? 2 : step % 3;
            if (turn == 0 || last.isEmpty()) {
                last = entry(fixture.add(Target.WORKSPACE, null, text)).id();
                mine.add(text);
            } else if (turn == 1) {
                MemoryRecord before = fixture.store.find(Fixture.SCOPE, last).orElseThrow();
                last = entry(fixture.replace(Target.WORKSPACE, last, text)).id();
                mine.remove(before.text());
                mine.add(text);
            } else {
                String oldest = mine.iterator().next();
                MemoryRecord removed = entry(fixture.remove(Target.WORKSPACE, oldest));
                mine.remove(oldest);
                last = removed.id().equals(last) ? "" : last;
            }
        }
        return mine;
    }

    private static MemoryRecord entry(CurationResult result) {
        assertThat(result.status()).as(result.words()).isEqualTo(Status.DONE);
        assertThat(result.words()).isEmpty();
        return Objects.requireNonNull(result.entry());
    }

    private int readThroughout(AtomicBoolean over) throws Exception {
        int reads = 0;
        while (!over.get()) {
            shown(Files.readString(folder.resolve(Mirror.path(Target.WORKSPACE))));
            reads++;
        }
        return reads;
    }

    /** The entries of a file that is as it must be at every moment. */
    private static Set<String> shown(String file) {
        assertThat(file)
                .startsWith(BEFORE + CuratedMemory.BLOCK_BEGIN + "\n")
                .endsWith(CuratedMemory.BLOCK_END + AFTER);
        assertThat(file.split(CuratedMemory.BLOCK_BEGIN, -1)).hasSize(2);
        assertThat(file.split(CuratedMemory.BLOCK_END, -1)).hasSize(2);
        Set<String> shown = new TreeSet<>();
        file.lines()
                .filter(line -> line.startsWith("- Project Fact: "))
                .forEach(line -> shown.add(line.substring("- Project Fact: ".length())));
        return shown;
    }
}
