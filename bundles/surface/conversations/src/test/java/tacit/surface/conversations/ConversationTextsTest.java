package tacit.surface.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class ConversationTextsTest {

    private static final String SECRET = "The violet giraffe of Mombasa sings before every breakfast";
    private static final Owner NOBODY = new Owner("default", "");
    private static final Owner NORA = new Owner("default", "nora");
    private static final Owner ELSEWHERE = new Owner("other", "nora");

    private SqlConversations store;
    private ConversationTexts texts;

    @BeforeEach
    void open(Database database) {
        store = new SqlConversations(database, new MovingClock(), new FixedConfig(100, 100));
        texts = new ConversationTexts(database);
        for (Owner owner : List.of(NOBODY, NORA, ELSEWHERE)) {
            store.replace(owner, "c1", List.of(message("Hello"), message("Note: " + SECRET), message("Bye")));
        }
    }

    private static String message(String content) {
        return "{\"role\":\"user\",\"content\":\"" + content + "\"}";
    }

    private String all(Owner owner) {
        return store.find(owner, "c1").map(found -> found.messages().toString()).orElse("gone");
    }

    @Test
    void takesATextOutOfTheConversationsOfItsWorkspace() {
        assertThat(texts.forget(Scope.ofDefaultWorkspace(), List.of(), List.of(SECRET)))
                .isEqualTo(2);

        assertThat(all(NOBODY)).doesNotContain("giraffe").contains("Hello", "[deleted sha256:", "\"role\":\"user\"");
        assertThat(all(NORA)).doesNotContain("giraffe");
        assertThat(all(ELSEWHERE)).contains("giraffe");
    }

    @Test
    void takesOutWhatQuotesAPieceOfIt() {
        assertThat(texts.forgetQuotes(
                        Scope.ofDefaultWorkspace(), List.of("the violet giraffe of mombasa sings loudly")))
                .isEqualTo(2);

        assertThat(all(NORA)).doesNotContain("giraffe").contains("Bye");
    }

    @Test
    void forgetsAUserWhole() {
        Scope nora = new Scope("default", "nora");
        assertThat(texts.heldOf(nora)).hasValue(1);

        assertThat(texts.forgetUser(nora)).isEqualTo(1);

        assertThat(all(NORA)).isEqualTo("gone");
        assertThat(texts.heldOf(nora)).hasValue(0);
        assertThat(all(NOBODY)).contains("giraffe");
        assertThat(all(ELSEWHERE)).contains("giraffe");
    }

    @Test
    void leavesNoMessageOfAUserInItsTable(Database database) {
        texts.forgetUser(new Scope("default", "nora"));

        assertThat(database.<Long>read(session -> session.selectOne(
                                "SELECT COUNT(*) AS n FROM conversation_messages WHERE user_id = 'nora' AND workspace_id ="
                                        + " 'default'",
                                row -> row.number("n"))
                        .orElseThrow()))
                .isZero();
    }

    @Test
    void forgetsAWorkspaceWhole() {
        assertThat(texts.forgetWorkspace(Scope.ofDefaultWorkspace())).isEqualTo(2);

        assertThat(all(NOBODY)).isEqualTo("gone");
        assertThat(all(NORA)).isEqualTo("gone");
        assertThat(all(ELSEWHERE)).contains("giraffe");
    }

    @Test
    void doesNothingWithoutATextToLookFor() {
        assertThat(texts.forget(Scope.ofDefaultWorkspace(), List.of(), List.of()))
                .isZero();
        assertThat(texts.name()).isEqualTo("framework conversations");
    }
}
