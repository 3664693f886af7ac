package tacit.memory.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.durable.Conversations.ALONE;
import static tacit.memory.durable.Conversations.SCOPE;
import static tacit.memory.durable.Conversations.agent;
import static tacit.memory.durable.Conversations.result;
import static tacit.memory.durable.Conversations.talk;
import static tacit.memory.durable.Conversations.user;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.recall.ContextHit;
import tacit.api.recall.ContextQuery;
import tacit.api.recall.SessionMessage;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class FindingTest {

    @TempDir
    Path folder;

    private final Database database;
    private Conversations talks;

    FindingTest(Database database) {
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

    private List<String> found(String words) {
        return talks.search("t1", words).stream().map(ContextHit::snippet).toList();
    }

    @Test
    void wantsAllOfAFewWords() {
        talks.hand("t1", user("The copper ferry"), user("The silver ferry"));

        assertThat(found("copper ferry")).containsExactly("The copper ferry");
        assertThat(found("copper train")).isEmpty();
        assertThat(found("  ")).isEmpty();
    }

    @Test
    void isContentWithHalfOfManyWordsWhereNothingHoldsAll() {
        talks.hand("t1", user("The copper ferry leaves"), user("A train"));

        assertThat(found("copper ferry leaves tomorrow evening early")).containsExactly("The copper ferry leaves");
        assertThat(found("train tomorrow evening early")).isEmpty();
    }

    @Test
    void findsTheBeginOfAWord() {
        talks.hand("t1", user("Dampfschifffahrt nach Lissabon"));

        assertThat(found("dampfschiff")).hasSize(1);
        assertThat(found("schifffahrt")).containsExactly("Dampfschifffahrt nach Lissabon");
    }

    @Test
    void findsWordsOfEveryScript() {
        talks.hand("t1", user("Встретимся в бухте"), agent("銅の湾で会いましょう"));

        assertThat(found("бухте")).hasSize(1);
        assertThat(found("銅の湾")).hasSize(1);
    }

    @Test
    void putsTheNewestFirstOfThoseThatAnswerAlike() {
        talks.hand("t1", user("bay one"), user("bay two"), user("bay three"));

        assertThat(found("bay")).containsExactly("bay three", "bay two", "bay one");
    }

    @Test
    void putsOthersBehindUserAndAgent() {
        talks.hand("t1", user("bay"), SessionMessage.of("system", "bay of rules"), result("ls", "bay"));

        assertThat(talks.search("t1", "bay")).extracting(ContextHit::role).containsExactly("user", "system", "tool");
    }

    @Test
    void putsPayloadsBehindSteps() {
        talks.with(Map.of("enabled", true, "payload_tokens", 10));
        talks.hand("t1", user("bay " + "and so on ".repeat(10)), user("Execute this step: bay"));

        assertThat(found("bay").get(0)).startsWith("Execute this step");
        assertThat(found("bay").get(1)).contains("payload dcp_");
    }

    @Test
    void answersAsManyAsAreWanted() {
        talks.hand("t1", talk(30).toArray(SessionMessage[]::new));

        assertThat(talks.context().search(new ContextQuery(SCOPE, ALONE, "t1", "number", 7)))
                .hasSize(7);
    }

    @Test
    void cutsALongTextAroundTheWords() {
        talks.hand("t1", user("lorem ".repeat(400) + "heliotrope " + "ipsum ".repeat(400)));

        assertThat(found("heliotrope").get(0)).hasSizeLessThanOrEqualTo(600).contains("heliotrope");
    }

    @Test
    void tellsWhenAMessageWasSaid() {
        Instant said = Instant.parse("2025-12-24T18:00:00Z");
        talks.hand("t1", new SessionMessage("user", user("bay").blocks(), said), user("another bay"));

        assertThat(talks.search("t1", "bay")).extracting(ContextHit::at).containsExactly(talks.clock.instant(), said);
    }

    @Test
    void findsEachMessageOnceThoughIndexAndStoreKnowIt() {
        talks.hand("t1", user("copper bay"));

        assertThat(talks.search("t1", "copper bay")).hasSize(1);
    }

    @Test
    void describesAMessageOfTheRunAndNoOther() {
        talks.hand("t1", user("copper bay"));
        String id = talks.search("t1", "copper").get(0).id();

        assertThat(talks.describe("t1", id)).hasValueSatisfying(details -> {
            assertThat(details.form()).isEqualTo("message");
            assertThat(details.hit().snippet()).isEqualTo("copper bay");
            assertThat(details.payload()).isNull();
        });
        assertThat(talks.describe("t2", id)).isEmpty();
        assertThat(talks.describe("t1", "dcm_unknown")).isEmpty();
        talks.with(Map.of());
        assertThat(talks.describe("t1", id)).isEmpty();
    }
}
