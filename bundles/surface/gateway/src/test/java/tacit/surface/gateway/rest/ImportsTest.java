package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.http.HttpProblem;
import tacit.api.memory.ArchiveImport;
import tacit.api.memory.ArchiveSettings.Privacy;
import tacit.api.memory.ArchiveSettingsChange;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;
import tacit.surface.gateway.rest.reply.Json;

@EachDatabase
class ImportsTest {

    private static final String TAKE = "POST /v1/memory/imports";
    private static final String LIST = "GET /v1/memory/imports";
    private static final String SHOW = "GET /v1/memory/imports/{id}";
    private static final String DELETE = "DELETE /v1/memory/imports/{id}";
    private static final String IGNORE = "POST /v1/memory/records/{id}/{act}";
    private static final String CHATS =
            "[{\"title\":\"Tea\",\"mapping\":{\"a\":{\"message\":{\"author\":{\"role\":\"user\"},"
                    + "\"content\":{\"parts\":[\"I like tea\"]}}}}}]";

    private StoredArchives archives;

    @BeforeEach
    void open(Database database) {
        archives = new StoredArchives(database);
    }

    private JsonNode answer(String resource, FakeCall call) {
        return archives.answer(resource, call);
    }

    private List<String> acts() {
        return archives.audit.entries.stream().map(AuditEntry::action).toList();
    }

    @Test
    void takesAFileInListsItAndTakesItOutAgain() {
        JsonNode taken =
                answer(TAKE, FakeCall.file("\uFEFF- Likes tea\n- Has a cat").asking("provider", "My AI"));
        String id = taken.get("importId").textValue();
        JsonNode listed = answer(LIST, FakeCall.json("")).get("rows").get(0);
        JsonNode shown = answer(SHOW, FakeCall.json("").at("id", id)).get("entries");

        assertThat(taken.get("format").textValue()).isEqualTo("text");
        assertThat(taken.get("created").intValue()).isEqualTo(2);
        assertThat(listed.get("id").textValue()).isEqualTo(id);
        assertThat(listed.get("title").textValue()).contains("My AI");
        assertThat(listed.get("private").booleanValue()).isTrue();
        assertThat(shown.get("total").intValue()).isEqualTo(2);
        assertThat(answer(DELETE, FakeCall.json("").at("id", id)).get("removed").intValue())
                .isEqualTo(3);

        assertThat(archives.all()).isEmpty();
        assertThat(acts()).containsExactly("memory.import", "memory.import.delete");
        assertThat(archives.audit.entries.toString()).doesNotContain("tea", "cat");
        assertProblem(404, SHOW, FakeCall.json("").at("id", id));
        assertProblem(404, DELETE, FakeCall.json("").at("id", id));
        assertThat(acts()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesAnImportOutWithItsEvidenceWhereThatIsAskedFor(boolean withEvidence) {
        String id = answer(TAKE, FakeCall.file("- Likes tea")).get("importId").textValue();
        FakeCall call = FakeCall.json("").at("id", id);

        assertProblem(400, DELETE, FakeCall.json("").at("id", id).asking("withEvidence", "perhaps"));
        assertThat(archives.all()).hasSize(2);
        assertThat(answer(DELETE, withEvidence ? call.asking("withEvidence", "true") : call)
                        .get("removed")
                        .intValue())
                .isEqualTo(2);

        assertThat(archives.all()).isEmpty();
        assertThat(archives.audit.entries.get(1).details())
                .containsEntry("with.evidence", String.valueOf(withEvidence));
    }

    @Test
    void readsAnExportForAUserWithTheLogAsEvidence() {
        String body = Json.text(Map.of("text", CHATS, "userId", "nora", "private", false));

        JsonNode taken = answer(TAKE, FakeCall.json(body));

        assertThat(taken.get("format").textValue()).isEqualTo("chatgpt");
        assertThat(archives.all())
                .hasSize(2)
                .allMatch(memory -> memory.scope().reach() == Reach.USER
                        && memory.scope().id().equals("nora")
                        && memory.visibility() == Visibility.SHARED);
        assertThat(archives.all())
                .flatExtracting(MemoryRecord::evidence)
                .contains(Evidence.of(Evidence.Kind.STATEMENT, "1"));
        assertThat(archives.audit.entries.get(0).details()).containsEntry("workspace", "default");
    }

    @Test
    void takesAnExportForTextWhereThatIsAskedFor() {
        JsonNode taken = answer(TAKE, FakeCall.file(CHATS).asking("format", "text"));

        assertThat(taken.get("format").textValue()).isEqualTo("text");
        assertThat(taken.get("created").intValue()).isEqualTo(1);
    }

    @Test
    void keepsAnImportedMemoryFromPromptsAndLetsItInAgain() {
        String id = answer(TAKE, FakeCall.file("- Likes tea")).get("importId").textValue();
        String tea = answer(SHOW, FakeCall.json("").at("id", id))
                .at("/entries/rows/0/id")
                .textValue();

        FakeCall ignore = FakeCall.json("").at("id", tea).at("act", "ignore");
        assertThat(answer(IGNORE, ignore).get("ignored").booleanValue()).isTrue();
        assertThat(answer(LIST, FakeCall.json("")).at("/rows/0/ignored").intValue())
                .isEqualTo(1);
        assertThat(answer(IGNORE, ignore.at("act", "unignore")).get("ignored").booleanValue())
                .isFalse();

        assertThat(answer(LIST, FakeCall.json("")).at("/rows/0/ignored").intValue())
                .isZero();
        assertThat(acts()).containsExactly("memory.import", "memory.import.ignore", "memory.import.unignore");
        assertProblem(404, IGNORE, ignore.at("act", "burn"));
        assertProblem(404, IGNORE, FakeCall.json("").at("id", "none").at("act", "ignore"));
        assertProblem(409, IGNORE, FakeCall.json("").at("id", id).at("act", "ignore"));
        assertThat(acts()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "text/plain,``,400",
                "text/plain,`  `,400",
                "text/plain,{\"no\":1},400",
                "text/csv,a,415",
                "application/json,{},400",
                "application/json,{\"text\":\" \"},400",
                "application/json,{\"text\":\"a\" \"format\":1},400",
                "application/json,{\"words\":\"a\"},400",
                "application/json,[],400"
            })
    void changesNothingForWhatItCannotRead(String type, String body, int status) {
        assertProblem(status, TAKE, FakeCall.json(body).typed(type));

        assertThat(archives.all()).isEmpty();
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertProblem(400, TAKE, FakeCall.file("").bytes((byte) 0xC3, (byte) 0x28));
        assertProblem(400, TAKE, FakeCall.file("x".repeat(ArchiveImport.LONGEST + 1)));
        assertProblem(400, TAKE, FakeCall.file("- Likes tea").asking("format", "chatgpt"));
        assertProblem(400, TAKE, FakeCall.file("- Likes tea").asking("format", "diary"));
        assertProblem(400, TAKE, FakeCall.file("- Likes tea").asking("private", "perhaps"));
        assertProblem(
                400, TAKE, FakeCall.file("- Likes tea").asking("userId", "nora").asking("everywhere", "true"));

        assertThat(archives.all()).isEmpty();
        assertThat(archives.resources.get(TAKE).maxBodyBytes()).isEqualTo(20_000_000);
    }

    @Test
    void keepsTheTokenOfAUserToThatUser() {
        Scope nora = new Scope(Scope.DEFAULT_WORKSPACE, "nora");

        assertProblem(403, TAKE, FakeCall.file("- Likes tea").in(nora).asking("userId", "ben"));
        String id = answer(TAKE, FakeCall.file("- Likes tea").in(nora))
                .get("importId")
                .textValue();

        Scope ben = new Scope(Scope.DEFAULT_WORKSPACE, "ben");
        assertThat(answer(LIST, FakeCall.json("").in(nora)).get("total").intValue())
                .isEqualTo(1);
        assertThat(answer(LIST, FakeCall.json("").in(ben)).get("total").intValue())
                .isZero();
        assertProblem(404, SHOW, FakeCall.json("").in(ben).at("id", id));
        assertProblem(404, DELETE, FakeCall.json("").in(ben).at("id", id));
    }

    @Test
    void letsOnlyTheOperatorOfTheHostImportForAllWorkspaces() {
        Scope other = Scope.ofWorkspace("other");
        String body = Json.text(Map.of("text", "- Likes tea", "everywhere", true));

        assertProblem(403, TAKE, FakeCall.json(body).in(other));
        assertProblem(403, TAKE, FakeCall.file("- Likes tea").in(other).asking("everywhere", "true"));
        assertThat(acts()).isEmpty();

        answer(TAKE, FakeCall.json(body));
        assertThat(archives.all()).isNotEmpty();
    }

    @Test
    void importsNothingIntoAnArchiveThatIsOff() {
        archives.archive.changeSettings(
                Scope.DEFAULT_WORKSPACE,
                new ArchiveSettingsChange(
                        null,
                        null,
                        null,
                        null,
                        null,
                        Privacy.DISABLED,
                        null,
                        List.of(Evidence.of(Evidence.Kind.STATEMENT, "1"))));

        assertProblem(409, TAKE, FakeCall.file("- Likes tea"));

        assertThat(acts()).isEmpty();
    }

    @Test
    void letsReadersLookAndOperatorsAct() {
        assertThat(archives.resources.get(LIST).role()).contains(AccessRole.READER);
        assertThat(archives.resources.get(SHOW).role()).contains(AccessRole.READER);
        for (String act : List.of(TAKE, DELETE, IGNORE)) {
            assertThat(archives.resources.get(act).role()).contains(AccessRole.OPERATOR);
        }
    }

    private void assertProblem(int status, String resource, FakeCall call) {
        assertThatThrownBy(() -> archives.resources.get(resource).handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }
}
