package tacit.memory.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.topics.Desk.NOON;
import static tacit.memory.topics.Desk.SCOPE;
import static tacit.memory.topics.Desk.WS;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TopicIndex;
import tacit.api.memory.TopicPack;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceFiles;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

/** What becomes private, or is deleted, just before its file is written does not stand there in the end. */
@EachDatabase
class HiddenMeanwhileTest {

    @TempDir
    Path temporary;

    private Desk desk;

    @BeforeEach
    void open(Database database) {
        desk = new Desk(database, temporary);
        desk.memory("Bus times", "The ferry bus leaves at ten");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void takesOutWhatBecamePrivate() {
        MemoryRecord ferry = desk.memory("Ferry times", "The copper ferry leaves at nine");

        TopicIndex index = refreshAfter("ferry-times.md", () -> hide(ferry));

        assertThat(desk.everything()).doesNotContain("copper", ferry.id()).contains("ferry bus");
        assertThat(index.text()).doesNotContain("copper", "Ferry times").contains("Bus times");
        assertThat(index.topics()).extracting(TopicPack::title).containsExactly("Bus times");
    }

    @Test
    void takesOutWhatWasDeleted() {
        MemoryRecord ferry = desk.memory("Ferry times", "The copper ferry leaves at nine");

        refreshAfter("ferry-times.md", () -> {
            desk.store.delete(SCOPE, List.of(ferry.id()), false);
            desk.copies.removed(List.of(ferry));
        });

        assertThat(desk.everything()).doesNotContain("copper", ferry.id()).contains("ferry bus");
    }

    @Test
    void takesACuratedEntryOutOfTheIndex() {
        MemoryRecord entry =
                desk.memory("curated", "", "Answers name the bay", MemoryScope.WORKSPACE, Visibility.SHARED);

        refreshAfter("MEMORY.md", () -> hide(entry));

        assertThat(desk.everything()).doesNotContain("name the bay").contains("ferry bus");
    }

    private void hide(MemoryRecord memory) {
        desk.copies.changed(
                desk.store.change(SCOPE, memory.id(), MemoryChange.NONE.withVisibility(Visibility.PRIVATE)).stream()
                        .toList());
    }

    /** Refreshes, and does something at the last moment before a file is written for the first time. */
    private TopicIndex refreshAfter(String file, Runnable deed) {
        boolean[] done = {false};
        WorkspaceFiles late = (WorkspaceFiles) Proxy.newProxyInstance(
                WorkspaceFiles.class.getClassLoader(),
                new Class<?>[] {WorkspaceFiles.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("replace")
                            && !done[0]
                            && String.valueOf(arguments[1]).endsWith(file)) {
                        done[0] = true;
                        deed.run();
                    }
                    try {
                        return method.invoke(desk.files, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        TopicIndex index = new FilePacks(desk.store, late, desk.index).refresh(WS, "ferry", 4, NOON);
        assertThat(done[0]).isTrue();
        return index;
    }
}
