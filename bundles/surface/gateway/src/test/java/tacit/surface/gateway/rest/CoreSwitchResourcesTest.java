package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.profiles.SqlAutomationProfiles;
import tacit.pulse.profiles.SqlCoreSwitches;
import tacit.pulse.profiles.SqlScopedSettings;
import tacit.pulse.profiles.StoredTwins;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.openapi.Conformance;

/** Switches, settings by scope and twins over HTTP, over a real store. */
@EachDatabase
class CoreSwitchResourcesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T10:00:00Z"), ZoneOffset.UTC);
    private static final Scope OTHER = Scope.ofWorkspace("other");
    private static final String KEY = "budget.interruptionsPerDay";

    @TempDir
    Path data;

    private final ListAuditLog audit = new ListAuditLog();
    private SqlAutomationProfiles profiles;
    private SqlScopedSettings settings;
    private SqlCoreSwitches switches;
    private StoredTwins twins;
    private CoreSettingsResource shown;
    private CoreSettingChangeResource change;

    @BeforeEach
    void open(Database database) {
        PatternRedactor redactor = new PatternRedactor();
        profiles = new SqlAutomationProfiles(database, audit, redactor, CLOCK);
        settings = new SqlScopedSettings(database, audit, redactor, CLOCK);
        switches = new SqlCoreSwitches(database, audit, redactor, CLOCK);
        twins = new StoredTwins(
                database,
                audit,
                CLOCK,
                Configurations.of(StoredTwins.Config.class, Map.of("data_directory", data.toString())));
        shown = new CoreSettingsResource(settings, profiles);
        change = new CoreSettingChangeResource(settings, profiles);
    }

    private static FakeCall body(String json) {
        return FakeCall.json(json.replace('\'', '"'));
    }

    private static void refused(HttpResource resource, Call call, int status) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }

    @Test
    void turnsAStageAndShowsIt() {
        CoreTurnResource turn = new CoreTurnResource(switches);
        switches.ran(CoreStage.HEARTBEAT, 0, List.of("signal 1: below .72"));

        JsonNode off =
                Conformance.checked(turn, turn.handle(body("{'stage':'dispatch','on':false,'reason':'enough'}")));

        assertThat(off.get("stages").get(2).get("stage").asText()).isEqualTo("dispatch");
        assertThat(off.get("stages").get(2).get("on").asBoolean()).isFalse();
        assertThat(off.get("stages").get(2).get("why").asText()).contains("ann", "enough");
        turn.handle(body("{'stage':'all','on':false}"));
        JsonNode all = Conformance.answer(new CoreResource(switches), FakeCall.json(""));
        assertThat(all.get("stages")).allMatch(stage -> !stage.get("on").asBoolean());
        assertThat(all.get("stages").get(1).get("whyNot").get(0).asText()).contains("below .72");
        assertThat(all.get("stages").get(1).get("runs").asInt()).isEqualTo(1);
    }

    @Test
    void refusesTurnsThatAreNone() {
        CoreTurnResource turn = new CoreTurnResource(switches);

        refused(turn, body("{'stage':'sleep','on':false}"), 400);
        refused(turn, body("{'stage':'dispatch'}"), 400);
        refused(turn, body("{'stage':'dispatch','on':'no'}"), 400);
        refused(turn, body("{'on':false}"), 400);
        refused(turn, body("{'stage':'dispatch','on':false,'until':1}"), 400);
        refused(turn, body("{'stage':'dispatch','on':false}").in(OTHER), 403);
        assertThat(switches.on(CoreStage.DISPATCH)).isTrue();
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void otherWorkspacesSeeNoReasons() {
        switches.ran(CoreStage.HEARTBEAT, 0, List.of("signal of somebody else"));

        JsonNode seen =
                Conformance.answer(new CoreResource(switches), FakeCall.json("").in(OTHER));

        assertThat(seen.toString()).contains("heartbeat").doesNotContain("somebody else");
    }

    @Test
    void setsShowsAndRemembersASetting() {
        String id = profiles.create("writer", "default", ProfileSettings.USUAL, "ann")
                .id();
        JsonNode set = Conformance.checked(
                change, change.handle(body("{'scope':'workspace','key':'" + KEY + "','value':8,'reason':'calm'}")));
        assertThat(set.has("before")).isFalse();
        change.handle(body("{'scope':'profile','id':'" + id + "','key':'" + KEY + "','value':'7'}"));
        change.handle(body("{'scope':'user','id':'anna','key':'" + KEY + "','value':6}"));
        change.handle(body("{'scope':'org','key':'" + KEY + "','value':9}"));

        assertThat(counts(FakeCall.json(""))).isEqualTo("8 workspace");
        assertThat(counts(FakeCall.json("").asking("profile", id))).isEqualTo("7 profile");
        assertThat(counts(FakeCall.json("").asking("user", "anna"))).isEqualTo("6 user");
        assertThat(counts(FakeCall.json("").in(OTHER))).isEqualTo("9 org");
        assertThat(Conformance.checked(
                                change, change.handle(body("{'scope':'workspace','key':'" + KEY + "','value':null}")))
                        .get("before")
                        .asText())
                .isEqualTo("8");
        JsonNode history = Conformance.checked(
                shown, shown.handle(FakeCall.json("").asking("history", "true").asking("scope", "workspace")));
        assertThat(history.get("changes")).hasSize(2);
        assertThat(history.get("changes").get(1).get("reason").asText()).isEqualTo("calm");
    }

    private String counts(FakeCall call) {
        JsonNode found = Conformance.checked(shown, shown.handle(call.asking("prefix", KEY)))
                .get("settings");
        assertThat(found).hasSize(1);
        return found.get(0).get("value").asText() + " "
                + found.get(0).get("scope").asText();
    }

    @Test
    void refusesSettingsThatAreNone() {
        refused(change, body("{'scope':'team','key':'" + KEY + "','value':1}"), 400);
        refused(change, body("{'scope':'org','key':'budget.all','value':1}"), 400);
        refused(change, body("{'scope':'org','key':'" + KEY + "','value':-1}"), 400);
        refused(change, body("{'scope':'org','key':'" + KEY + "','value':[1]}"), 400);
        refused(change, body("{'scope':'org','key':'" + KEY + "'}"), 400);
        refused(change, body("{'scope':'org','id':'org','key':'" + KEY + "','value':1}"), 400);
        refused(change, body("{'scope':'profile','key':'" + KEY + "','value':1}"), 400);
        refused(change, body("{'scope':'profile','id':'ap-none','key':'" + KEY + "','value':1}"), 404);
        refused(shown, FakeCall.json("").asking("history", "true"), 400);
        refused(shown, FakeCall.json("").asking("color", "red"), 400);
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void sc17KeepsToTheWorkspaceAndUserOfTheToken() {
        String id =
                profiles.create("writer", "other", ProfileSettings.USUAL, "ann").id();
        String value = "','key':'" + KEY + "','value':1}";
        Scope anna = new Scope("other", "anna");

        refused(change, body("{'scope':'org" + value).in(OTHER), 403);
        refused(change, body("{'scope':'profile','id':'" + id + value), 404);
        refused(change, body("{'scope':'workspace" + value).in(anna), 403);
        refused(change, body("{'scope':'user','id':'ben" + value).in(anna), 403);
        refused(shown, FakeCall.json("").asking("user", "ben").in(anna), 403);
        refused(shown, FakeCall.json("").asking("profile", id), 404);

        change.handle(body("{'scope':'user','id':'anna" + value).in(anna));
        assertThat(settings.history(SettingScope.USER, "other/anna", 9)).hasSize(1);
        assertThat(counts(FakeCall.json("").in(anna))).isEqualTo("1 user");
    }

    @Test
    void activatesAndEndsATwin() {
        JsonNode made = Conformance.answer(new TwinActivateResource(twins), body("{'template':'code-reviewer'}"));
        assertThat(made.get("roleId").asText()).isEqualTo("twin-code-reviewer");
        JsonNode all = Conformance.answer(new TwinsResource(twins), FakeCall.json(""));
        assertThat(all.get("templates")).hasSizeGreaterThanOrEqualTo(10);
        assertThat(all.get("active")).hasSize(1);
        TwinEndResource end = new TwinEndResource(twins);
        refused(end, FakeCall.json("").at("role", "twin-code-reviewer").in(OTHER), 404);

        end.handle(FakeCall.json("").at("role", "twin-code-reviewer"));

        refused(end, FakeCall.json("").at("role", "twin-code-reviewer"), 404);
        refused(new TwinActivateResource(twins), body("{'template':'magician'}"), 400);
        assertThat(profiles.list(null)).isEmpty();
    }

    @Test
    void readersReadAndOperatorsWrite() {
        for (HttpResource read : List.of(shown, new CoreResource(switches), new TwinsResource(twins))) {
            assertThat(read.role()).contains(AccessRole.READER);
            assertThat(read.method()).isEqualTo("GET");
        }
        for (HttpResource write : List.of(
                change, new CoreTurnResource(switches), new TwinActivateResource(twins), new TwinEndResource(twins))) {
            assertThat(write.role()).contains(AccessRole.OPERATOR);
            assertThat(write.path()).startsWith("/v1/");
        }
    }
}
