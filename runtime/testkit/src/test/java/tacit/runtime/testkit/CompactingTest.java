package tacit.runtime.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;

@EachDatabase
class CompactingTest {

    private static final String LONG = "violet giraffe ".repeat(100);

    private Database database;

    @BeforeEach
    void open(Database each) {
        database = each;
        each.migrate("tacit.runtime.testkit", CompactingTest.class);
    }

    @Test
    void keepsWhatIsThereAndGoesOnWriting() {
        for (int i = 0; i < 50; i++) {
            insert(LONG + i);
        }
        database.write(session -> session.update("DELETE FROM notes WHERE id <> ?", LONG + 7));

        database.compact();
        insert("after");

        assertThat(names()).containsExactlyInAnyOrder(LONG + 7, "after");
    }

    @Test
    void letsWritersAndReadersWait() {
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String name = "n" + i;
            writers.add(CompletableFuture.runAsync(() -> {
                insert(name);
                assertThat(names()).contains(name);
            }));
            if (i % 10 == 0) {
                database.compact();
            }
        }

        assertThat(writers).allSatisfy(CompletableFuture::join);
        assertThat(names()).hasSize(40);
    }

    private void insert(String name) {
        database.write(session -> session.update("INSERT INTO notes (id) VALUES (?)", name));
    }

    private List<String> names() {
        return database.read(session -> session.select("SELECT id FROM notes", row -> row.text("id")));
    }
}
