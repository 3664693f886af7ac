package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.HeartbeatStatus;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.SettingScope;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.profiles.SqlAutomationProfiles;
import tacit.pulse.profiles.SqlScopedSettings;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.openapi.Conformance;

/** Profiles over HTTP, over a real store. */
@EachDatabase
class AutomationResourcesTest {

    private static final Instant TEN = Instant.parse("2026-03-04T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(TEN, ZoneOffset.UTC);

    private final ListAuditLog audit = new ListAuditLog();
    private SqlAutomationProfiles profiles;
    private SqlScopedSettings settings;
    private AutomationProfileCreateResource create;
    private AutomationProfileChangeResource change;

    @BeforeEach
    void open(Database database) {
        profiles = new SqlAutomationProfiles(database, audit, new PatternRedactor(), CLOCK);
        settings = new SqlScopedSettings(database, audit, new PatternRedactor(), CLOCK);
        create = new AutomationProfileCreateResource(profiles);
        change = new AutomationProfileChangeResource(profiles);
    }

    private static FakeCall body(String json) {
        return FakeCall.json(json.replace('\'', '"'));
    }

    private JsonNode created(String json) {
        return Conformance.checked(create, create.handle(body(json)));
    }

    private static void refused(HttpResource resource, Call call, int status) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }

    @Test
    void createsShowsListsChangesAndRemovesAProfile() {
        String id = created("{'agentRoleId':'writer','enabled':true,'cadenceMinutes':20,'profile':'operator'}")
                .get("id")
                .asText();

        JsonNode changed = Conformance.checked(
                change,
                change.handle(
                        body("{'version':1,'activeHours':{'startHour':9,'endHour':17,'weekdays':[1,2],'timezone':'UTC'}}")
                                .at("id", id)));
        assertThat(changed.get("version").asInt()).isEqualTo(2);
        assertThat(changed.get("activeHours").get("weekdays")).hasSize(2);
        assertThat(changed.get("cadenceMinutes").asInt()).isEqualTo(20);
        assertThat(changed.get("inherited")).hasSize(3);
        assertThat(Conformance.answer(new AutomationProfilesResource(profiles), FakeCall.json(""))
                        .get("profiles"))
                .hasSize(1);
        JsonNode removed = Conformance.answer(
                new AutomationProfileRemoveResource(profiles), FakeCall.json("").at("id", id));
        assertThat(removed.get("became").asText()).isEqualTo("removed");
        assertThat(profiles.list(null)).isEmpty();
        assertThat(audit.entries)
                .extracting(entry -> entry.actor() + " " + entry.action())
                .containsExactly("ann profile.create", "ann profile.update", "ann profile.remove");
    }

    @Test
    void saysWhenAProfileWasOnlySwitchedOff() {
        AutomationProfile profile = profiles.create("writer", "default", ProfileSettings.USUAL, "ann");
        profiles.state(profile.id(), new AutomationProfile.State(HeartbeatStatus.IDLE, TEN, TEN, null, null, null));

        JsonNode removed = Conformance.answer(
                new AutomationProfileRemoveResource(profiles), FakeCall.json("").at("id", profile.id()));

        assertThat(removed.get("became").asText()).isEqualTo("disabled");
        JsonNode shown = Conformance.answer(
                new AutomationProfileResource(profiles, settings),
                FakeCall.json("").at("id", profile.id()));
        assertThat(shown.get("enabled").asBoolean()).isFalse();
        assertThat(shown.get("lastPulseAt").asText()).isEqualTo(TEN.toString());
    }

    @Test
    void showsWhatCountsWithWiderScopes() {
        AutomationProfile profile = profiles.create("writer", "default", ProfileSettings.USUAL, "ann");
        settings.set(SettingScope.ORG, "org", "profile.cadenceMinutes", "45", "ann", "");

        JsonNode shown = Conformance.answer(
                new AutomationProfileResource(profiles, settings),
                FakeCall.json("").at("id", profile.id()));

        assertThat(shown.get("cadenceMinutes").asInt()).isEqualTo(15);
        assertThat(shown.get("counts").get("cadenceMinutes").get("value").asText())
                .isEqualTo("45");
        assertThat(shown.get("counts").get("cadenceMinutes").get("scope").asText())
                .isEqualTo("org");
    }

    @Test
    void pf14KnowsTheNamesOfBefore() {
        JsonNode made = created("{'agentRoleId':'writer','heartbeatEnabled':true,'pulseEveryMinutes':40,"
                + "'heartbeatStaggerOffset':7,'heartbeatProfile':'dispatcher'}");
        JsonNode other = created("{'agentRoleId':'reader','heartbeatIntervalMinutes':50,'stance':'operator'}");

        assertThat(made.get("enabled").asBoolean()).isTrue();
        assertThat(made.get("cadenceMinutes").asInt()).isEqualTo(40);
        assertThat(made.get("staggerOffsetMinutes").asInt()).isEqualTo(7);
        assertThat(made.get("profile").asText()).isEqualTo("dispatcher");
        assertThat(other.get("cadenceMinutes").asInt()).isEqualTo(50);
        assertThat(other.get("profile").asText()).isEqualTo("operator");
        refused(create, body("{'agentRoleId':'x','cadenceMinutes':20,'pulseEveryMinutes':30}"), 400);
    }

    @Test
    void pf15RefusesNamesThatNobodyKnows() {
        for (String unknown : List.of("color", "workspaceId", "version", "id", "lastPulseAt", "heartbeat")) {
            refused(create, body("{'agentRoleId':'x','" + unknown + "':1}"), 400);
        }
        String id = created("{'agentRoleId':'writer'}").get("id").asText();
        refused(change, body("{'version':1,'agentRoleId':'x'}").at("id", id), 400);
        refused(
                change,
                body("{'version':1,'activeHours':{'startHour':1,'endHour':2,'zone':'UTC'}}")
                        .at("id", id),
                400);
        assertThat(profiles.list(null)).hasSize(1);
    }

    @Test
    void pf16AZeroIsMissingUnderNamesOfBeforeOnly() {
        JsonNode made = created("{'agentRoleId':'writer','pulseEveryMinutes':0,'heartbeatStaggerOffset':0}");

        assertThat(made.get("cadenceMinutes").asInt()).isEqualTo(15);
        assertThat(made.get("inherited")).hasSize(7);
        for (String field : List.of("cadenceMinutes", "dispatchCooldownMinutes", "maxDispatchesPerDay")) {
            refused(create, body("{'agentRoleId':'x','" + field + "':0}"), 400);
        }
        assertThat(created("{'agentRoleId':'y','staggerOffsetMinutes':0}").get("inherited"))
                .hasSize(6);
    }

    @Test
    void pf23DerivesSettingsFromALevelOfAutonomy() {
        assertThat(level("lead")).isEqualTo("15 60 12 dispatcher");
        assertThat(level("specialist")).isEqualTo("15 120 4 operator");
        assertThat(level("intern")).isEqualTo("15 120 4 observer");
        JsonNode own = created("{'agentRoleId':'own','autonomyLevel':'lead','maxDispatchesPerDay':3}");
        assertThat(own.get("maxDispatchesPerDay").asInt()).isEqualTo(3);
        refused(create, body("{'agentRoleId':'x','autonomyLevel':'boss'}"), 400);
    }

    private String level(String level) {
        JsonNode made = created("{'agentRoleId':'" + level + "','autonomyLevel':'" + level + "'}");
        return made.get("cadenceMinutes").asInt() + " "
                + made.get("dispatchCooldownMinutes").asInt() + " "
                + made.get("maxDispatchesPerDay").asInt() + " "
                + made.get("profile").asText();
    }

    @Test
    void pf24RefusesWhatIsOutOfBounds() {
        for (String wrong : List.of(
                "'cadenceMinutes':14",
                "'cadenceMinutes':10081",
                "'cadenceMinutes':20.5",
                "'cadenceMinutes':'20'",
                "'cadenceMinutes':null",
                "'staggerOffsetMinutes':-1",
                "'dispatchCooldownMinutes':14",
                "'maxDispatchesPerDay':97",
                "'enabled':1",
                "'profile':'boss'",
                "'profile':3",
                "'activeHours':'9-17'",
                "'activeHours':{'startHour':9}",
                "'activeHours':{'startHour':9,'endHour':24}",
                "'activeHours':{'startHour':9,'endHour':17,'weekdays':[1,1]}",
                "'activeHours':{'startHour':9,'endHour':17,'weekdays':[7]}",
                "'activeHours':{'startHour':9,'endHour':17,'weekdays':[0,1,2,3,4,5,6,0]}",
                "'activeHours':{'startHour':9,'endHour':17,'weekdays':3}",
                "'activeHours':{'startHour':9,'endHour':17,'timezone':'Mars/Base'}",
                "'inherit':['color']",
                "'enabled':true,'inherit':['enabled']")) {
            refused(create, body("{'agentRoleId':'x'," + wrong + "}"), 400);
        }
        refused(create, body("{'enabled':true}"), 400);
        refused(create, body("[]"), 400);
        assertThat(profiles.list(null)).isEmpty();
    }

    @Test
    void refusesATwinAndASecondProfile() {
        refused(create, body("{'agentRoleId':'twin-reviewer'}"), 400);
        created("{'agentRoleId':'writer'}");
        refused(create, body("{'agentRoleId':'writer'}"), 400);
        assertThat(profiles.list(null)).hasSize(1);
    }

    @Test
    void refusesAVersionThatIsNotThereAnyMore() {
        String id = created("{'agentRoleId':'writer'}").get("id").asText();
        change.handle(body("{'version':1,'enabled':true,'reason':'now'}").at("id", id));

        refused(change, body("{'version':1,'enabled':false}").at("id", id), 409);
        refused(change, body("{'enabled':false}").at("id", id), 400);
        assertThat(profiles.find(id).orElseThrow().settings().enabled()).isTrue();
        assertThat(settings.history(SettingScope.PROFILE, id, 1).get(0).reason())
                .isEqualTo("now");
    }

    @Test
    void givesAFieldBackToWiderScopes() {
        String id = created("{'agentRoleId':'writer','cadenceMinutes':20,'activeHours':null}")
                .get("id")
                .asText();
        assertThat(profiles.find(id).orElseThrow().settings().inherited()).hasSize(5);

        JsonNode changed = Conformance.checked(
                change,
                change.handle(body("{'version':1,'inherit':['cadenceMinutes','activeHours']}")
                        .at("id", id)));

        assertThat(changed.get("inherited")).hasSize(7);
        assertThat(changed.get("cadenceMinutes").asInt()).isEqualTo(15);
    }

    @Test
    void pf25SeesTheWorkspaceOfItsTokenOnly() {
        ProfileSettings on = ProfileSettings.USUAL.with(ProfileField.ENABLED, "true");
        String id = profiles.create("writer", "elsewhere", on, "ann").id();
        Call call = FakeCall.json("").at("id", id);

        refused(new AutomationProfileResource(profiles, settings), call, 404);
        refused(new AutomationProfileRemoveResource(profiles), call, 404);
        refused(change, body("{'version':1,'enabled':false}").at("id", id), 404);
        assertThat(Conformance.answer(new AutomationProfilesResource(profiles), FakeCall.json(""))
                        .get("profiles"))
                .isEmpty();
        Scope user = new Scope("elsewhere", "anna");
        refused(new AutomationProfilesResource(profiles), FakeCall.json("").in(user), 403);
        refused(create, body("{'agentRoleId':'x'}").in(user), 403);
        assertThat(profiles.find(id).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void readersReadAndOperatorsWrite() {
        assertThat(new AutomationProfilesResource(profiles).role()).contains(AccessRole.READER);
        assertThat(new AutomationProfileResource(profiles, settings).role()).contains(AccessRole.READER);
        assertThat(create.role()).contains(AccessRole.OPERATOR);
        assertThat(change.role()).contains(AccessRole.OPERATOR);
        assertThat(new AutomationProfileRemoveResource(profiles).role()).contains(AccessRole.OPERATOR);
        assertThat(change.method() + " " + change.path()).isEqualTo("PATCH /v1/profiles/{id}");
    }
}
