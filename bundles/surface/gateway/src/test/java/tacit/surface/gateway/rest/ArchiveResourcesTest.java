package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.http.HttpProblem;
import tacit.api.memory.MemoryState;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ArchiveResourcesTest {

    private static final String SETTINGS = "GET /v1/memory/settings";
    private static final String CHANGE = "PATCH /v1/memory/settings";
    private static final String LIST = "GET /v1/memory/archive";
    private static final String SEARCH = "GET /v1/memory/observations";
    private static final String SHOW = "GET /v1/memory/observations/{id}";
    private static final String ACT = "POST /v1/memory/observations/{id}/{act}";
    private static final String STATUS = "GET /v1/memory/backfill";
    private static final String BACKFILL = "POST /v1/memory/backfill";

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
    void changesTheSettingsThatAreNamedAndNoOther() {
        JsonNode changed = answer(
                CHANGE, FakeCall.json("{\"retentionDays\":30,\"excludedPatterns\":[\"wage\"],\"enabled\":true}"));

        assertThat(changed).isEqualTo(answer(SETTINGS, FakeCall.json("")));
        assertThat(changed.get("retentionDays").intValue()).isEqualTo(30);
        assertThat(changed.get("maxStorageMb").intValue()).isEqualTo(100);
        assertThat(changed.get("privacy").textValue()).isEqualTo("normal");
        assertThat(changed.get("excludedPatterns").get(0).textValue()).isEqualTo("wage");
        assertThat(archives.audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("memory.settings");
            assertThat(entry.details())
                    .containsEntry("changed", "enabled excludedPatterns retentionDays")
                    .containsEntry("workspace", "default");
        });
        JsonNode emptied = answer(CHANGE, FakeCall.json("{\"excludedPatterns\":[],\"privacy\":\"strict\"}"));
        assertThat(emptied.get("excludedPatterns").isEmpty()).isTrue();
        assertThat(emptied.get("privacy").textValue()).isEqualTo("strict");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"retentionDays\":-1}",
                "{\"retentionDays\":36501}",
                "{\"maxStorageMb\":0}",
                "{\"enabled\":\"yes\"}",
                "{\"privacy\":\"odd\"}",
                "{\"excludedPatterns\":\"a\"}",
                "{\"colour\":1}"
            })
    void refusesSettingsThatItDoesNotKnow(String body) {
        assertProblem(400, CHANGE, FakeCall.json(body));
        assertThat(acts()).isEmpty();
    }

    @Test
    void letsNoTokenOfOneUserChangeTheWorkspace() {
        assertProblem(403, CHANGE, FakeCall.json("{\"enabled\":false}").in(new Scope("default", "nora")));
    }

    @Test
    void listsTheNewestAndThoseOfARun() {
        archives.keep("t1", "We use Vite");
        archives.keep("t2", "We use Postgres");

        assertThat(answer(LIST, FakeCall.json("").asking("limit", "1")).get("rows"))
                .hasSize(1);
        assertThat(answer(LIST, FakeCall.json("").asking("taskId", "t1"))
                        .at("/rows/0/text")
                        .textValue())
                .isEqualTo("We use Vite");
        assertThat(answer(LIST, FakeCall.json("").asking("taskId", "t1").asking("audience", "public"))
                        .get("rows"))
                .isEmpty();
        assertProblem(400, LIST, FakeCall.json("").asking("limit", "201"));
    }

    @Test
    void takesApartWhatIsNotYetWhenAsked() {
        archives.keep("t1", "We use Vite for the shop");

        assertThat(answer(STATUS, FakeCall.json("")).get("pending").intValue()).isEqualTo(1);
        assertThat(answer(BACKFILL, FakeCall.json("")).get("processed").intValue())
                .isEqualTo(1);
        assertThat(answer(BACKFILL, FakeCall.json("{\"all\":true}"))
                        .get("processed")
                        .intValue())
                .isEqualTo(1);

        assertThat(answer(STATUS, FakeCall.json("")).get("pending").intValue()).isZero();
        assertThat(acts()).containsExactly("memory.observation.backfill", "memory.observation.backfill");
        assertProblem(400, BACKFILL, FakeCall.json("{\"some\":true}"));
    }

    @Test
    void looksIntoObservationsAndCorrectsThem() {
        String id = archives.keep("t1", "We use Vite for the shop");
        archives.keep("t1", "We use Postgres for the orders");

        JsonNode found = answer(
                SEARCH, FakeCall.json("").asking("types", "decision,error").asking("limit", "5"));
        assertThat(found.get("rows")).hasSize(2);
        JsonNode shown = answer(SHOW, FakeCall.json("").at("id", id));
        assertThat(shown.get("title").textValue()).contains("Vite");
        assertThat(shown.get("timeline")).hasSize(2);

        JsonNode changed = answer(
                ACT,
                FakeCall.json("{\"title\":\"The build\",\"facts\":[\"It is Vite\"],\"concepts\":[]}")
                        .at("id", id)
                        .at("act", "update"));

        assertThat(changed.get("title").textValue()).isEqualTo("The build");
        assertThat(changed.get("facts").get(0).textValue()).isEqualTo("It is Vite");
        assertThat(changed.get("generatedBy").textValue()).isEqualTo("manual");
        assertThat(acts()).containsExactly("memory.observation.update");
    }

    @Test
    void takesOneOutOfSightAndShowsItToWhoAsksForThose() {
        String id = archives.keep("t1", "We use Vite for the shop");

        answer(ACT, FakeCall.json("").at("id", id).at("act", "suppress"));

        assertThat(answer(SEARCH, FakeCall.json("")).get("rows")).isEmpty();
        assertThat(answer(LIST, FakeCall.json("")).get("rows")).isEmpty();
        assertThat(answer(SEARCH, FakeCall.json("").asking("privacy", "suppressed"))
                        .get("rows"))
                .hasSize(1);
        assertThat(archives.all()).singleElement().satisfies(memory -> {
            assertThat(memory.state()).isEqualTo(MemoryState.ARCHIVED);
            assertThat(memory.text()).contains("Vite");
        });
        assertThat(acts()).containsExactly("memory.observation.suppress");
    }

    @Test
    void replacesTheWordsOfOneForGood() {
        String id = archives.keep("t1", "We use Vite for the shop");

        JsonNode instead = answer(
                ACT,
                FakeCall.json("{\"replacement\":\"A decision\"}").at("id", id).at("act", "redact"));

        assertThat(instead.get("privacy").textValue()).isEqualTo("redacted");
        assertThat(archives.all()).singleElement().satisfies(memory -> {
            assertThat(memory.text()).isEqualTo("A decision");
            assertThat(memory.id()).isNotEqualTo(id);
        });
        assertThat(archives.audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("memory.observation.redact");
            assertThat(entry.subject()).isEqualTo(id);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"title\":\"\"}", "{\"privacy\":\"redacted\"}", "{\"facts\":[1]}", "{\"odd\":1}"})
    void refusesCorrectionsThatAreNone(String body) {
        String id = archives.keep("t1", "We use Vite");

        assertProblem(400, ACT, FakeCall.json(body).at("id", id).at("act", "update"));
        assertThat(acts()).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotHave() {
        assertProblem(404, SHOW, FakeCall.json("").at("id", "none"));
        assertProblem(404, ACT, FakeCall.json("").at("id", "none").at("act", "suppress"));
        assertProblem(404, ACT, FakeCall.json("").at("id", "none").at("act", "burn"));
        assertProblem(400, SEARCH, FakeCall.json("").asking("types", "odd"));
        assertProblem(400, SEARCH, FakeCall.json("").asking("limit", "101"));
        assertThat(acts()).isEmpty();
    }

    @Test
    void letsReadersLookAndOperatorsAct() {
        for (String look : List.of(SETTINGS, LIST, SEARCH, SHOW, STATUS)) {
            assertThat(archives.resources.get(look).role()).contains(AccessRole.READER);
        }
        for (String act : List.of(CHANGE, ACT, BACKFILL)) {
            assertThat(archives.resources.get(act).role()).contains(AccessRole.OPERATOR);
        }
    }

    private void assertProblem(int status, String resource, FakeCall call) {
        assertThatThrownBy(() -> archives.resources.get(resource).handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }
}
