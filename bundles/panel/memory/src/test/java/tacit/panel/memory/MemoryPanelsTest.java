package tacit.panel.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.HttpProblem;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.PendingWrite;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.store.Scope;
import tacit.surface.mission.Looked;

class MemoryPanelsTest {

    private static final Principal ELSEWHERE =
            new Principal("eve", AccessRole.OPERATOR, Scope.ofWorkspace("elsewhere"));
    private static final Principal OF_ADA =
            new Principal("ada", AccessRole.OPERATOR, new Scope(Scope.DEFAULT_WORKSPACE, "ada"));

    private final Parts parts = new Parts();

    @AfterEach
    void close() {
        parts.close();
    }

    private static List<?> rows(Page page) {
        return (List<?>) page.values().get("rows");
    }

    private static void refused(int status, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }

    @Test
    void listsMemoriesInPagesAndBySearch() {
        for (int i = 0; i < 60; i++) {
            parts.remember("default", "thing " + i);
        }

        assertThat(rows(parts.memory.show(Looked.at()))).hasSize(50);
        assertThat(rows(parts.memory.show(Looked.at().with(Map.of("offset", "50")))))
                .hasSize(10);
        assertThat(rows(parts.memory.show(Looked.at().with(Map.of("q", "THING 59")))))
                .hasSize(1);
        Page none = parts.memory.show(Looked.at().with(Map.of("state", "archived", "layer", "archive")));
        assertThat(rows(none)).isEmpty();
        assertThat(none.values()).containsEntry("filtered", true);
        refused(400, () -> parts.memory.show(Looked.at().with(Map.of("state", "great"))));
    }

    @Test
    void showsWhereAMemoryComesFromAndWhatItSaidBefore() {
        MemoryRecord first = parts.remember("default", "Likes tea");
        MemoryRecord next =
                parts.store.supersede(Scope.ofDefaultWorkspace(), first.id(), Parts.draft("default", "Likes coffee"));

        Page page = parts.memory.show(Looked.at(next.id()));

        assertThat((List<?>) page.values().get("changes")).singleElement().satisfies(change -> assertThat(
                        (Map<?, ?>) change)
                .extracting("before", "after")
                .containsExactly("Likes tea", "Likes coffee"));
        List<?> evidence = (List<?>) page.values().get("evidence");
        assertThat(evidence).hasSize(2).allSatisfy(row -> assertThat(((Map<?, ?>) row).get("open"))
                .isEqualTo("t1"));
    }

    @Test
    void forgetsAMemoryAndTheAuditLogSaysSoFirst() {
        MemoryRecord memory = parts.remember("default", "Likes tea");

        var done = parts.memory.act(Looked.at(memory.id()).with(Map.of("id", memory.id())), "forget");

        assertThat(done.message()).isEqualTo("1 memory is forgotten with all copies");
        assertThat(parts.store.find(Scope.ofDefaultWorkspace(), memory.id())).isEmpty();
        assertThat(parts.audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("memory.forget");
            assertThat(entry.details()).containsEntry("with.evidence", "false");
        });
        assertThat(parts.memory.show(Looked.at(done.path())).title()).isEqualTo("Forgotten");
    }

    @Test
    void forgetsNothingThatCannotBeNoted() {
        MemoryRecord memory = parts.remember("default", "Likes tea");
        parts.audit.broken = true;

        assertThatThrownBy(() -> parts.memory.act(Looked.at().with(Map.of("id", memory.id())), "forget"))
                .isInstanceOf(IllegalStateException.class);

        assertThat(parts.store.find(Scope.ofDefaultWorkspace(), memory.id())).isPresent();
    }

    @Test
    void keepsOtherWorkspacesApart() {
        parts.whole();
        MemoryRecord memory = parts.remember("default", "Likes tea");
        Looked other = Looked.at(memory.id()).by(ELSEWHERE);

        refused(404, () -> parts.memory.show(other));
        refused(404, () -> parts.memory.act(other.with(Map.of("id", memory.id())), "forget"));
        refused(404, () -> parts.writes.show(Looked.at("w1").by(ELSEWHERE)));
        refused(403, () -> parts.external.show(Looked.at().by(ELSEWHERE)));
        assertThat(rows(parts.memory.show(Looked.at().by(ELSEWHERE)))).isEmpty();
        assertThat(parts.audit.entries).isEmpty();
    }

    @Test
    void looksAtNobodyElsesPromptWithATokenOfOneUser() {
        parts.whole();

        Page own = parts.preview.show(Looked.at().by(OF_ADA).with(Map.of("task", "deploy")));

        assertThat((List<?>) own.values().get("layers")).first().satisfies(layer -> assertThat(
                        ((Map<?, ?>) layer).get("included"))
                .isEqualTo("deploy for ada"));
        refused(403, () -> parts.preview.show(Looked.at().by(OF_ADA).with(Map.of("user", "bob"))));
        refused(400, () -> parts.preview.show(Looked.at().with(Map.of("audience", "martians"))));
    }

    @Test
    void showsWritesThatWaitAndOthersByStatus() {
        parts.whole();
        assertThat(rows(parts.writes.show(Looked.at()))).hasSize(1);

        parts.gate.status = PendingWrite.Status.REJECTED;

        assertThat(rows(parts.writes.show(Looked.at()))).isEmpty();
        assertThat(rows(parts.writes.show(Looked.at().with(Map.of("status", "all")))))
                .hasSize(1);
        refused(409, () -> parts.writes.act(Looked.at().with(Map.of("id", "w1")), "approve"));
        refused(400, () -> parts.writes.show(Looked.at().with(Map.of("status", "great"))));
        assertThat(parts.gate.done).isEmpty();
    }

    @Test
    void saysWhyTheGateRefuses() {
        parts.whole();
        parts.gate.refusal = new IllegalStateException("Nothing writes to that memory now");

        refused(409, () -> parts.writes.act(Looked.at().with(Map.of("id", "w1")), "approve"));
        refused(404, () -> parts.writes.act(Looked.at().with(Map.of("id", "w1")), "explode"));
        refused(400, () -> parts.writes.act(Looked.at(), "approve"));
    }

    @Test
    void decidesOnDreams() {
        parts.whole();
        Looked asked = Looked.at("dc1").with(Map.of("id", "dc1", "proposed", "Friday", "reason", "no"));
        parts.dreams.acts.clear();

        for (String act : List.of("accept", "edit", "reject", "archive", "undo")) {
            parts.dreaming.act(asked, act);
        }

        assertThat(parts.dreams.acts)
                .containsExactly("accept dc1 ada", "edit dc1 Friday", "reject dc1 no", "archive dc1", "undo dc1");
        refused(404, () -> parts.dreaming.act(asked.with(Map.of("id", "dc9")), "accept"));
        parts.dreams.off = true;
        refused(409, () -> parts.dreaming.act(asked, "accept"));
        refused(409, () -> parts.dreaming.act(Looked.at(), "dream"));
    }

    @Test
    void asksAMemoryOutsideAfterTheAuditLogSaysSo() {
        parts.whole();

        assertThat(parts.external
                        .act(Looked.at().with(Map.of("id", "far")), "check")
                        .message())
                .isEqualTo("far: It answers");

        assertThat(parts.audit.entries).hasSize(1);
        refused(404, () -> parts.external.act(Looked.at().with(Map.of("id", "near")), "check"));
    }

    @Test
    void saysWhatIsMissing() {
        for (Panel panel : List.of(parts.writes, parts.dreaming, parts.preview, parts.external)) {
            assertThat(panel.show(Looked.at()).values()).containsEntry("known", false);
        }
        refused(503, () -> parts.writes.act(Looked.at().with(Map.of("id", "w1")), "approve"));
        refused(503, () -> parts.dreaming.act(Looked.at(), "dream"));
        refused(503, () -> parts.external.act(Looked.at().with(Map.of("id", "far")), "check"));
    }

    @Test
    void showsTheScoreAndTheReasonOfEachPiece() {
        parts.whole();

        Map<String, Object> values =
                parts.preview.show(Looked.at().with(Map.of("task", "deploy"))).values();

        assertThat((List<?>) values.get("taken"))
                .singleElement()
                .asString()
                .contains("text=deploy", "score=0.81", "parts=[relevance 0.50]", "reason=It fits", "memory=m1");
        assertThat(values.get("dropped").toString())
                .contains("key=e7", "score=0.25", "No room: deploy", "key=not to be named here");
        assertThat(values.get("failures").toString()).contains("It took too long");
        assertThat(new PreviewPanel().show(Looked.at()).values()).containsEntry("scored", false);
    }
}
