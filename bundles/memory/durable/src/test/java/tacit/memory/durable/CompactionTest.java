package tacit.memory.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.durable.Conversations.agent;
import static tacit.memory.durable.Conversations.recording;
import static tacit.memory.durable.Conversations.talk;
import static tacit.memory.durable.Conversations.user;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.recall.ContextCompaction;
import tacit.api.recall.ContextDetails;
import tacit.api.recall.ContextHit;
import tacit.api.recall.ContextReceipt;
import tacit.api.recall.SessionMessage;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class CompactionTest {

    @TempDir
    Path folder;

    private final Database database;
    private Conversations talks;

    CompactionTest(Database database) {
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
    void dc05FindsASummaryBeforeItsMessages() {
        String id = talks.compact(
                "t1",
                "<compaction_summary>They meet at copper bay</compaction_summary>",
                user("Meet me at copper bay"),
                agent("At copper bay it is"));

        ContextHit first = talks.search("t1", "copper bay").get(0);
        ContextDetails details = talks.describe("t1", id).orElseThrow();

        assertThat(id).startsWith("dcs_").hasSize(28);
        assertThat(first.id()).isEqualTo(id);
        assertThat(first.sourceMessageCount()).isEqualTo(2);
        assertThat(details.hit().snippet()).isEqualTo("They meet at copper bay");
        assertThat(details.sources())
                .extracting(ContextHit::snippet)
                .containsExactly("Meet me at copper bay", "At copper bay it is");
        assertThat(details.form()).isEqualTo("leaf");
        assertThat(details.label()).isEqualTo("week 9");
        assertThat(details.proactive()).isTrue();
    }

    @Test
    void dc08LinksASummaryOfTheSameMessages() {
        String first = talks.compact("t1", "One", user("a b c"), agent("d e f"));
        String second = talks.compact("t1", "Two", user("a b c"), agent("d e f"), user("g h i"));

        ContextDetails details = talks.describe("t1", second).orElseThrow();

        assertThat(details.parents()).containsExactly(first);
        assertThat(details.depth()).isEqualTo(1);
        assertThat(details.form()).isEqualTo("node");
        assertThat(talks.stored("message")).hasSize(3);
    }

    @Test
    void linksASummaryThatStoodAmongTheMessages() {
        String first = talks.compact("t1", "They met", user("a b c"));
        String second = talks.compact(
                "t1", "They met twice", user("<compaction_summary>They  met</compaction_summary>"), user("g h i"));

        assertThat(talks.describe("t1", second).orElseThrow().parents()).containsExactly(first);
        assertThat(talks.describe("t1", second).orElseThrow().hit().sourceMessageCount())
                .isEqualTo(1);
    }

    @Test
    void coversMessagesThatAreKeptInTheMiddle() {
        List<SessionMessage> talk = talk(12);
        talks.hand("t1", talk.toArray(SessionMessage[]::new));

        String id = talks.compact("t1", "Some", talk.subList(2, 7).toArray(SessionMessage[]::new));

        assertThat(talks.stored("message")).hasSize(12);
        assertThat(talks.describe("t1", id).orElseThrow().sources())
                .extracting(ContextHit::sequence)
                .containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void tellsAsManySourcesAsAreWanted() {
        String id = talks.compact("t1", "Some", talk(20).toArray(SessionMessage[]::new));

        assertThat(talks.context()
                        .describe(Conversations.SCOPE, Conversations.ALONE, "t1", id, 3)
                        .orElseThrow()
                        .sources())
                .hasSize(3);
        assertThat(talks.describe("t1", id).orElseThrow().sources()).hasSize(8);
        assertThat(talks.describe("t2", id)).isEmpty();
    }

    @Test
    void keepsNoSummaryOfNothingAndNoneWithoutWords() {
        assertThat(compacted("Words")).isEqualTo(ContextReceipt.NONE);
        assertThat(compacted("<compaction_summary> </compaction_summary>", user("a b c")))
                .isEqualTo(ContextReceipt.NONE);
        talks.with(Map.of());
        assertThat(compacted("Words", user("a b c"))).isEqualTo(ContextReceipt.NONE);
        assertThat(talks.stored("summary")).isEmpty();
    }

    private ContextReceipt compacted(String summary, SessionMessage... messages) {
        return talks.context()
                .compact(new ContextCompaction(
                        recording(Conversations.SCOPE, "t1", false, List.of(messages)), summary, null, false));
    }
}
