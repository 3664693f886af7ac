package tacit.memory.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.durable.Conversations.SCOPE;
import static tacit.memory.durable.Conversations.agent;
import static tacit.memory.durable.Conversations.user;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.MemoryRecord;
import tacit.api.recall.ContextHit;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ClearingTest {

    @TempDir
    Path folder;

    private final Database database;
    private Conversations talks;

    ClearingTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        talks = new Conversations(database, folder);
    }

    @AfterEach
    void close() {
        talks.close();
    }

    @Test
    void takesOldConversationsAwayWhenANewOneBegins() {
        talks.hand("old", user("copper bay"));
        talks.clock.pass(Duration.ofDays(60));
        talks.hand("used", user("copper bay"));
        talks.clock.pass(Duration.ofDays(60));
        talks.hand("used", user("copper bay"), user("again"));
        talks.clock.pass(Duration.ofDays(60));

        talks.hand("new", user("copper bay"));

        assertThat(talks.search("old", "copper bay")).isEmpty();
        assertThat(talks.search("used", "copper bay")).hasSize(1);
        assertThat(talks.hand("old", user("copper bay")).added()).isEqualTo(1);
    }

    @Test
    void keepsForEverWhereThatIsWanted() {
        talks.with(Map.of("enabled", true, "retention_days", 0));
        talks.hand("old", user("copper bay"));
        talks.clock.pass(Duration.ofDays(4000));

        talks.hand("new", user("copper bay"));

        assertThat(talks.search("old", "copper bay")).hasSize(1);
    }

    @Test
    void forgetsEachMessageWithATextAndBringsItBackNoMore() {
        talks.hand("t1", user("My code is heliotrope,\n really"), agent("Noted"));

        assertThat(talks.context().forget(SCOPE, List.of("My code is heliotrope")))
                .isEqualTo(1);

        assertThat(talks.stored("message")).extracting(MemoryRecord::text).containsExactly("Noted");
        assertThat(talks.hand("t1", user("My code is heliotrope,\n really"), agent("Noted"))
                        .added())
                .isZero();
        assertThat(talks.context().forget(SCOPE, List.of("ab"))).isZero();
    }

    @Test
    void forgetsATextWhereALongMessageWasCut() {
        String begin = "lorem ".repeat(9_998);
        talks.with(Map.of("enabled", true, "payload_tokens", 100));
        talks.hand("t1", user(begin + "very secret words that go on and on " + begin));

        talks.context().forget(SCOPE, List.of("very secret words that go on"));

        assertThat(talks.stored("payload")).noneMatch(part -> part.text().contains("secret"));
        assertThat(talks.stored("payload")).noneMatch(part -> part.text().contains("very"));
    }

    @Test
    void forgetsWhereItIsOffToo() {
        talks.hand("t1", user("copper bay"));
        talks.with(Map.of());

        assertThat(talks.context().clear(SCOPE)).isEqualTo(1);
    }

    @Test
    void findsInTheStoreWhatTheIndexDoesNotKnow() {
        talks.hand("t1", user("copper bay"));
        talks.lucene.close();

        assertThat(talks.search("t1", "copper bay"))
                .extracting(ContextHit::snippet)
                .containsExactly("copper bay");
    }

    @Test
    void looksIntoTheIndexAloneWithoutATail() {
        talks.with(Map.of("enabled", true, "fresh_tail", 0));
        talks.hand("t1", user("copper bay"));
        assertThat(talks.search("t1", "copper bay")).hasSize(1);
        int reads = talks.store.reads;

        talks.search("t1", "copper bay");

        assertThat(talks.store.reads).isEqualTo(reads);
    }
}
