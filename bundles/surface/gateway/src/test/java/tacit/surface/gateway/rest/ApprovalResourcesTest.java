package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.http.HttpProblem;
import tacit.api.store.Scope;
import tacit.runtime.testkit.FakeApprovals;
import tacit.runtime.testkit.openapi.Conformance;

class ApprovalResourcesTest {

    private final FakeApprovals inbox = new FakeApprovals();
    private final ApprovalAnswerResource answer = new ApprovalAnswerResource(inbox);

    @Test
    void listsWhatWasJudgedInTheWorkspaceOfTheToken() {
        JsonNode page = Conformance.answer(new ApprovalsResource(inbox), w1().asking("state", "pending"));

        assertThat(inbox.done).containsExactly("list w1 PENDING null");
        assertThat(page.toString()).contains("\"ap-1\"", "\"mode.accept_edits\"", "git push");
    }

    @Test
    void showsOneOfItsOwnWorkspaceAlone() {
        ApprovalResource show = new ApprovalResource(inbox);

        assertThat(Conformance.checked(show, show.handle(w1().at("id", "ap-1")))
                        .path("type")
                        .asText())
                .isEqualTo("run_command");
        refused(404, () -> show.handle(new FakeCall().at("id", "ap-1")));
        refused(404, () -> show.handle(new FakeCall().in(new Scope("w1", "ada")).at("id", "ap-1")));
        refused(404, () -> show.handle(w1().at("id", "ap-9")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "allow; {}; allow ap-1 ann null null",
                "deny; {\"note\":\"no\"}; deny ap-1 ann no null",
                "allow; {\"keep\":\"workspace\"}; allow ap-1 ann null workspace"
            })
    void answers(String word, String body, String act) {
        answer.handle(
                FakeCall.json(body).in(Scope.ofWorkspace("w1")).at("id", "ap-1").at("answer", word));

        assertThat(inbox.done).containsExactly(act);
    }

    @Test
    void answersWithoutABody() {
        answer.handle(w1().at("id", "ap-1").at("answer", "allow"));

        assertThat(inbox.done).containsExactly("allow ap-1 ann null null");
    }

    @Test
    void refusesWhatCannotBeAnswered() {
        refused(404, () -> answer.handle(w1().at("id", "ap-1").at("answer", "burn")));
        refused(404, () -> answer.handle(new FakeCall().at("id", "ap-1").at("answer", "allow")));
        inbox.late = true;
        refused(409, () -> answer.handle(w1().at("id", "ap-1").at("answer", "allow")));
        assertThat(inbox.done).isEmpty();
    }

    @Test
    void keepsAndForgetsRulesOfItsWorkspace() {
        new PermissionKeepResource(inbox)
                .handle(FakeCall.json("{\"effect\":\"deny\",\"scope\":\"domain\",\"pattern\":\"x.example\"}")
                        .in(Scope.ofWorkspace("w1")));
        new PermissionForgetResource(inbox).handle(w1().at("id", "rule-1"));

        assertThat(inbox.done)
                .containsExactly(
                        "rule w1 null DENY DOMAIN x.example ann",
                        "rules w1 null",
                        "rules w1 null",
                        "forget rule-1 ann");
        refused(404, () -> new PermissionForgetResource(inbox).handle(w1().at("id", "rule-9")));
        refused(400, () -> new PermissionKeepResource(inbox).handle(FakeCall.json("{\"effect\":\"maybe\"}")));
        assertThat(Conformance.answer(new PermissionsResource(inbox), w1()).toString())
                .contains("rule-1");
    }

    @Test
    void showsAndTakesBackWhatWasEarned() {
        AutonomyResource show = new AutonomyResource(inbox);
        AutonomyDemoteResource demote = new AutonomyDemoteResource(inbox);

        assertThat(Conformance.answer(show, new FakeCall().asking("profile", "p1"))
                        .toString())
                .contains("\"told\"", "preset safe_autonomy");
        demote.handle(FakeCall.json(
                "{\"profile\":\"p1\",\"target\":\"workspace:w1\",\"action\":\"dispatch_task\",\"reason\":\"late\"}"));

        assertThat(inbox.done).containsExactly("demote p1 workspace:w1 dispatch_task ann late");
        refused(404, () -> show.handle(new FakeCall().asking("profile", "p9")));
        refused(403, () -> show.handle(w1()));
        refused(400, () -> demote.handle(FakeCall.json("{}")));
    }

    @Test
    void triesAPolicy() {
        AutonomyDryRunResource dry = new AutonomyDryRunResource(inbox);

        JsonNode run = Conformance.checked(
                dry,
                dry.handle(FakeCall.json(
                        "{\"changes\":{\"autonomy.preset\":\"manual\"},\"since\":\"2026-03-01T00:00:00Z\",\"rules\":"
                                + "[{\"effect\":\"deny\",\"scope\":\"tool\",\"pattern\":\"x\"}]}")));

        assertThat(inbox.done).containsExactly("dry-run null 2026-03-01T00:00:00Z {autonomy.preset=manual} 1");
        assertThat(run.path("after").path("allow").asInt()).isEqualTo(1);
        refused(400, () -> dry.handle(FakeCall.json("{\"changes\":{\"a\":1}}")));
        refused(403, () -> dry.handle(FakeCall.json("{}").in(Scope.ofWorkspace("w1"))));
    }

    private static FakeCall w1() {
        return new FakeCall().in(Scope.ofWorkspace("w1"));
    }

    private static void refused(int status, Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }
}
