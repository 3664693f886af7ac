package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.access.AccessRole;
import tacit.api.http.HttpProblem;
import tacit.api.memory.Distillation;
import tacit.api.memory.Evidence;
import tacit.api.memory.LearningReceipt;
import tacit.api.memory.LearningSwitches;
import tacit.api.memory.MemoryDraft;
import tacit.api.memory.MemoryLearning;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.api.trace.Trace;
import tacit.memory.record.SqlMemoryStore;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.openapi.Conformance;
import tacit.surface.gateway.rest.distill.DistillResource;
import tacit.surface.gateway.rest.distill.DistillationsResource;

@EachDatabase
class DistillResourcesTest {

    private final FakeTraceStore traces = new FakeTraceStore();
    private final ListAuditLog audit = new ListAuditLog();
    private final NotedLearning learning = new NotedLearning();
    private final DistillResource distill = new DistillResource(learning, traces, audit);
    private SqlMemoryStore store;
    private DistillationsResource list;

    @BeforeEach
    void open(Database database) {
        store = new SqlMemoryStore(database, new MovingClock());
        list = new DistillationsResource(store);
        traces.traces.add(
                Trace.builder("t1").workspaceId("default").userId("nora").build());
    }

    private void look(String kind, MemoryScope owner, Map<String, String> attributes) {
        store.add(new MemoryDraft(
                Scope.DEFAULT_WORKSPACE,
                MemoryLearning.LAYER,
                kind,
                "learning",
                "Learnt from a run",
                owner,
                Visibility.PRIVATE,
                TrustLane.RESULT,
                List.of(Evidence.of(Evidence.Kind.TRACE, "t1")),
                1,
                null,
                null,
                kind + ":" + attributes,
                new TreeMap<>(attributes)));
    }

    private void looks() {
        Map<String, String> counts = Map.of(
                "mode", "HOT_PATH", "status", "DONE", "traces", "1", "candidates", "3", "accepted", "2", "pruned", "0");
        Map<String, String> run = new TreeMap<>(counts);
        run.put("trace", "t1");
        look("run", MemoryScope.ofUser("nora"), run);
        look("round", MemoryScope.WORKSPACE, Map.of("mode", "OFFLINE", "status", "SKIPPED", "traces", "many"));
    }

    @Test
    void listsLooksWithWhatTheyFound() {
        looks();

        JsonNode all = Conformance.answer(list, new FakeCall());
        JsonNode run =
                Conformance.answer(list, new FakeCall().asking("kind", "run")).at("/rows/0");
        JsonNode round =
                Conformance.answer(list, new FakeCall().asking("kind", "round")).at("/rows/0");

        assertThat(all.get("total").asInt()).isEqualTo(2);
        assertThat(run.get("traceId").asText()).isEqualTo("t1");
        assertThat(run.get("mode").asText() + " " + run.get("status").asText()).isEqualTo("hot_path done");
        assertThat(run.get("candidates").asInt() + " " + run.get("accepted").asInt())
                .isEqualTo("3 2");
        assertThat(round.get("status").asText()).isEqualTo("skipped");
        // What cannot be read is left out
        assertThat(round.has("runs") || round.has("traceId")).isFalse();
    }

    @Test
    void showsAUserNothingOfAnotherAndAWorkspaceNothingOfAnother() {
        looks();

        assertThat(Conformance.answer(list, new FakeCall().in(new Scope("default", "bo")))
                        .toString())
                .doesNotContain("t1");
        assertThat(Conformance.answer(list, new FakeCall().in(Scope.ofWorkspace("shop")))
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void learnsFromOneRunWithTheAuditLogFirst() {
        JsonNode receipt = Conformance.answer(distill, FakeCall.json("{\"traceId\":\"t1\"}"));

        assertThat(receipt.get("status").asText()).isEqualTo("done");
        assertThat(receipt.at("/done/journal").asInt()).isEqualTo(1);
        assertThat(receipt.at("/written/profile/0").asText()).isEqualTo("m1");
        assertThat(learning.asked).containsExactly("default t1 after 1");
        assertThat(audit.entries).singleElement().satisfies(entry -> {
            assertThat(entry.action() + " " + entry.subject()).isEqualTo("memory.distill t1");
            assertThat(entry.details()).containsEntry("workspace", "default");
        });
    }

    @Test
    void learnsFromTheLastRunsTogether() {
        Conformance.answer(distill, FakeCall.json("{\"offline\":true}"));

        assertThat(learning.asked).containsExactly("default offline after 1");
        assertThat(audit.entries.get(0).subject()).isEqualTo("default");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"offline\":false}", "{\"traceId\":\"t1\",\"offline\":true}", "{\"run\":\"t1\"}", "[]"})
    void needsOneOfBoth(String body) {
        refused(400, () -> distill.handle(FakeCall.json(body)));
    }

    @Test
    void learnsFromNoRunOutsideOfTheScope() {
        String body = "{\"traceId\":\"t1\"}";

        refused(404, () -> distill.handle(FakeCall.json(body).in(Scope.ofWorkspace("shop"))));
        refused(404, () -> distill.handle(FakeCall.json(body).in(new Scope("default", "bo"))));
        refused(404, () -> distill.handle(FakeCall.json("{\"traceId\":\"t9\"}")));
    }

    @Test
    void refusesAnotherKindOfLook() {
        refused(400, () -> list.handle(new FakeCall().asking("kind", "walk")));
        assertThat(list.role()).contains(AccessRole.READER);
        assertThat(distill.role()).contains(AccessRole.OPERATOR);
    }

    private void refused(int status, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
        assertThat(learning.asked).isEmpty();
        assertThat(audit.entries).isEmpty();
    }

    /** Notes what it is asked, and how many entries the audit log had then. */
    private final class NotedLearning implements MemoryLearning {

        private final List<String> asked = new ArrayList<>();

        @Override
        public LearningReceipt learn(Scope scope, String traceId) {
            return noted(scope, traceId);
        }

        @Override
        public LearningReceipt learnOffline(Scope scope) {
            return noted(scope, "offline");
        }

        private LearningReceipt noted(Scope scope, String what) {
            asked.add(scope.workspaceId() + " " + what + " after " + audit.entries.size());
            return new LearningReceipt(
                    Distillation.Status.DONE,
                    1,
                    3,
                    2,
                    0,
                    new TreeMap<>(Map.of("journal", 1)),
                    4,
                    List.of("graph: it is closed"),
                    new TreeMap<>(Map.of("profile", List.of("m1"))),
                    new TreeMap<>(Map.of("archive", List.of("w1"))));
        }

        @Override
        public LearningSwitches switches() {
            return LearningSwitches.USUAL;
        }
    }
}
