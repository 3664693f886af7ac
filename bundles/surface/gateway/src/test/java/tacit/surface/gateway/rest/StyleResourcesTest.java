package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.adapt.records.SqlStateStore;
import tacit.adapt.style.StoredPersonality;
import tacit.adapt.style.StoredStyle;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditEntry;
import tacit.api.adapt.CompletedTask;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.openapi.Conformance;

@EachDatabase
class StyleResourcesTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Scope ADA = new Scope("default", "ada");

    private final ListAuditLog audit = new ListAuditLog();
    private StoredStyle style;
    private StoredPersonality personality;

    @BeforeEach
    void open(Database database) {
        SqlStateStore states = new SqlStateStore(database, new PatternRedactor(), CLOCK);
        style = new StoredStyle(states, CLOCK, Configurations.of(StoredStyle.Config.class, Map.of()));
        personality = new StoredPersonality(states, CLOCK);
    }

    private JsonNode shown(FakeCall call) {
        return Conformance.answer(new StyleResource(style, personality), call);
    }

    private JsonNode set(String body) {
        return Conformance.answer(new StyleChangeResource(style, audit), FakeCall.json(body));
    }

    @Test
    void setsLevelsAndShowsWhereEachComesFrom() {
        set("{\"codeCommentStyle\":\"minimal\"}");
        JsonNode changed = set("{\"userId\":\"ada\",\"channel\":\"slack\",\"responseLength\":\"terse\"}");
        personality.recordTasks(ADA, List.of(new CompletedTask("t1", "shop", NOON)));

        JsonNode shown = shown(FakeCall.json("").asking("userId", "ada").asking("channel", "slack"));

        assertThat(changed.at("/changes/0/to").textValue()).isEqualTo("terse");
        assertThat(shown.at("/levels/responseLength/level").textValue()).isEqualTo("terse");
        assertThat(shown.at("/levels/responseLength/origin").textValue()).isEqualTo("channel");
        assertThat(shown.at("/levels/codeCommentStyle/origin").textValue()).isEqualTo("workspace");
        assertThat(shown.at("/levels/emojiUsage/origin").textValue()).isEqualTo("usual");
        assertThat(shown.get("lines").toString()).contains("Keep answers very brief.");
        assertThat(shown.at("/history/0/evidence/0").textValue()).isEqualTo("2");
        assertThat(shown.at("/stats/enabled").booleanValue()).isFalse();
        assertThat(shown.at("/relationship/nextMilestone").intValue()).isEqualTo(10);
    }

    @Test
    void takesAStepBackAndResets() {
        set("{\"userId\":\"ada\",\"responseLength\":\"terse\",\"emojiUsage\":\"none\"}");

        JsonNode undone = act(new StyleUndoResource(style, audit), "{\"userId\":\"ada\"}");
        assertThat(undone.get("undone")).hasSize(2);
        assertThat(undone.at("/levels/responseLength/level").textValue()).isEqualTo("balanced");

        assertThat(act(new StyleResetResource(style, audit), "{\"userId\":\"ada\"}")
                        .get("changes"))
                .isEmpty();
        assertThat(audit.entries)
                .extracting(AuditEntry::action)
                .containsExactly("style.set", "style.undo", "style.reset");
        assertThat(audit.entries).extracting(AuditEntry::subject).containsOnly("ada");
    }

    private static JsonNode act(HttpResource resource, String body) {
        return Conformance.checked(resource, resource.handle(FakeCall.json(body)));
    }

    @Test
    void letsAnAgentChangeTheStyleOfItsOwnUserOnly() {
        StyleChangeResource resource = new StyleChangeResource(style, audit);
        String terse = "\"responseLength\":\"terse\"}";

        resource.handle(FakeCall.json("{" + terse).as(AccessRole.AGENT).in(ADA));
        assertThat(style.getAdaptationHistory(ADA, null, 9)).hasSize(1);

        assertProblem(
                403,
                resource,
                FakeCall.json("{\"userId\":\"ben\"," + terse)
                        .as(AccessRole.AGENT)
                        .in(ADA));
        assertProblem(
                403, resource, FakeCall.json("{\"userId\":\"ben\"," + terse).as(AccessRole.AGENT));
        assertProblem(403, resource, FakeCall.json("{" + terse).as(AccessRole.READER));
        assertProblem(
                403, new StyleUndoResource(style, audit), FakeCall.json("{}").as(AccessRole.AGENT));
        assertProblem(
                403, new StyleResetResource(style, audit), FakeCall.json("{}").as(AccessRole.AGENT));
        assertThatThrownBy(() -> shown(FakeCall.json("").asking("userId", "ben").in(ADA)))
                .isInstanceOf(HttpProblem.class);
        assertThat(audit.entries).hasSize(1);
    }

    @Test
    void refusesWhatIsNoLevelAndAChannelOfNobody() {
        StyleChangeResource resource = new StyleChangeResource(style, audit);

        assertProblem(400, resource, FakeCall.json("{\"responseLength\":\"endless\"}"));
        assertProblem(400, resource, FakeCall.json("{\"userId\":\"ada\"}"));
        assertProblem(400, resource, FakeCall.json("{\"volume\":\"loud\"}"));
        assertProblem(400, resource, FakeCall.json("{\"channel\":\"slack\",\"responseLength\":\"terse\"}"));
        assertProblem(400, new StyleUndoResource(style, audit), FakeCall.json("{\"channel\":\"slack\"}"));
        assertThatThrownBy(() -> shown(FakeCall.json("").asking("channel", "slack")))
                .isInstanceOf(HttpProblem.class);
        assertThat(audit.entries).isEmpty();
    }

    @Test
    void changesNothingThatTheAuditLogDoesNotTake() {
        audit.broken = true;

        assertThatThrownBy(() -> set("{\"userId\":\"ada\",\"responseLength\":\"terse\"}"))
                .isInstanceOf(IllegalStateException.class);

        assertThat(style.getAdaptationHistory(ADA, null, 9)).isEmpty();
    }

    private static void assertProblem(int status, HttpResource resource, FakeCall call) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }
}
