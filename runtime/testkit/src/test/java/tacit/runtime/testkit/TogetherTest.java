package tacit.runtime.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.api.store.StoreException;

/** Several changes as one. */
@EachDatabase
class TogetherTest {

    private final Database database;

    TogetherTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void create() {
        database.write(session -> session.update("CREATE TABLE pots (id TEXT PRIMARY KEY, size BIGINT NOT NULL)"));
    }

    private int put(String id, long size) {
        return database.write(session -> session.update("INSERT INTO pots (id, size) VALUES (?, ?)", id, size));
    }

    private long count() {
        return database.read(session -> session.selectOne("SELECT COUNT(*) AS n FROM pots", row -> row.number("n")))
                .orElseThrow();
    }

    @Test
    void keepsAllOfThem() {
        String answer = database.together(() -> {
            put("a", 1);
            put("b", 2);
            return "done";
        });

        assertThat(answer).isEqualTo("done");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void keepsNoneWhenOneOfTheCallsThrows() {
        assertThatThrownBy(() -> database.together(() -> {
                    put("a", 1);
                    throw new IllegalStateException("too hot");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("too hot");

        assertThat(count()).isZero();
    }

    @Test
    void eachSeesWhatWasWrittenBeforeAndOthersDoNot() {
        long seen = database.together(() -> {
            put("a", 1);
            assertThat(CompletableFuture.supplyAsync(this::count).join()).isZero();
            return count();
        });

        assertThat(seen).isEqualTo(1);
    }

    @Test
    void aChangeThatThrowsIsRolledBackAloneWhereTheCallerGoesOn() {
        database.together(() -> {
            put("a", 1);
            assertThatThrownBy(() -> put("a", 2)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> database.write(session -> {
                        session.update("INSERT INTO pots (id, size) VALUES ('b', 1)");
                        throw new IllegalStateException("dropped");
                    }))
                    .hasMessage("dropped");
            return put("c", 3);
        });

        List<String> ids =
                database.read(session -> session.select("SELECT id FROM pots ORDER BY id", row -> row.text("id")));
        assertThat(ids).containsExactly("a", "c");
    }

    @Test
    void calledAgainItJoins() {
        assertThatThrownBy(() -> database.together(() -> {
                    database.together(() -> put("a", 1));
                    throw new IllegalStateException("too hot");
                }))
                .hasMessage("too hot");

        assertThat(count()).isZero();
        assertThat(database.<Integer>together(() -> database.together(() -> put("a", 1))))
                .isEqualTo(1);
    }

    @Test
    void aWorkStillMustNotCallTheDatabaseAgain() {
        assertThatThrownBy(() -> database.together(() -> database.write(session -> put("a", 1))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Work must not call the database again");
        assertThatThrownBy(() -> database.write(session -> database.together(() -> put("a", 1))))
                .isInstanceOf(IllegalStateException.class);

        assertThat(count()).isZero();
        assertThat(put("a", 1)).isEqualTo(1);
    }

    @Test
    void othersWaitAndGoOnAfterIt() {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Integer> other = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            asked.countDown();
            other.complete(put("b", 2));
        });

        database.together(() -> {
            waiting.start();
            await(asked);
            assertThat(other).isNotDone();
            return put("a", 1);
        });

        assertThat(other.join()).isEqualTo(1);
        assertThat(count()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
