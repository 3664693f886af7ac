package tacit.surface.gateway.rest.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tacit.api.experiment.ExperimentState;
import tacit.api.http.HttpProblem;
import tacit.api.http.Reply;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.openapi.Conformance;
import tacit.surface.gateway.rest.FakeCall;
import tacit.surface.gateway.rest.Replies;
import tacit.surface.gateway.rest.harness.ListGenerations;

class ExperimentResourcesTest {

    private static final String CEILING = "{\"role\":\"style\",\"title\":\"Calmer\",\"why\":\"They asked\","
            + "\"settings\":{\"style.Pid\":{\"ceiling\":9}}}";

    private final FakeExperiments experiments = new FakeExperiments();
    private final LongWork work = new LongWork(Configurations.of(LongWork.Config.class, Map.of("threads", 1)));
    private final ExperimentProposeResource propose = new ExperimentProposeResource(experiments, new ListGenerations());
    private final ExperimentActResource act = new ExperimentActResource(
            experiments,
            (experiment, baseline, candidate) -> {
                throw new IllegalArgumentException("There is no batch '" + baseline + "'");
            },
            work);

    @AfterEach
    void close() throws Exception {
        experiments.go.countDown();
        work.close();
    }

    @Test
    void takesAProposalInTheTokensName() {
        Reply reply = propose.handle(FakeCall.json(CEILING));

        assertThat(reply.status()).isEqualTo(201);
        JsonNode made = Conformance.checked(propose, reply);
        assertThat(made.path("id").asText()).isEqualTo("x1");
        assertThat(made.path("state").asText()).isEqualTo("proposed");
        assertThat(made.path("proposer").asText()).isEqualTo("ann");
        assertThat(made.path("kind").asText()).isEqualTo("configuration");
        assertThat(made.at("/changes/0").toString())
                .isEqualTo("{\"place\":\"style.Pid:ceiling\",\"before\":\"5\",\"after\":\"9\"}");
    }

    @Test
    void takesAJarForARole() {
        JsonNode made = Conformance.answer(
                propose, FakeCall.json("{\"role\":\"style\",\"bundles\":{\"style\":\"" + ListGenerations.NEW + "\"}}"));

        assertThat(made.path("kind").asText()).isEqualTo("bundle");
        assertThat(made.path("title").asText()).isEqualTo("Change role:style");
    }

    @Test
    void refusesWhatIsNoProposal() {
        status(400, () -> propose.handle(FakeCall.json("{\"role\":\"style\"}")));
        status(400, () -> propose.handle(FakeCall.json("{\"settings\":{\"p\":{\"k\":\"v\"}}}")));
        status(400, () -> propose.handle(FakeCall.json("{\"role\":\"style\",\"settings\":{\"p\":{}}}")));
        status(400, () -> propose.handle(FakeCall.json(CEILING.replace("{\"role\"", "{\"by\":\"me\",\"role\""))));
        status(409, () -> propose.handle(FakeCall.json(CEILING.replace("Calmer", "again"))));
        status(403, () -> propose.handle(FakeCall.json(CEILING).in(new Scope("default", "ann"))));
        assertThat(experiments.all).isEmpty();
    }

    @Test
    void listsByState() {
        propose.handle(FakeCall.json(CEILING));
        ExperimentsResource list = new ExperimentsResource(experiments);

        assertThat(total(list, new FakeCall())).isEqualTo(1);
        assertThat(total(list, new FakeCall().asking("state", "proposed,running")))
                .isEqualTo(1);
        assertThat(total(list, new FakeCall().asking("state", "promoted"))).isZero();
        assertThat(total(list, new FakeCall().in(Scope.ofWorkspace("shop")))).isZero();
        status(400, () -> list.handle(new FakeCall().asking("state", "lost")));
    }

    private static int total(ExperimentsResource list, FakeCall call) {
        return Conformance.checked(list, list.handle(call)).path("total").asInt();
    }

    @Test
    void showsOneWithItsHistory() {
        propose.handle(FakeCall.json(CEILING));
        ExperimentResource one = new ExperimentResource(experiments);

        JsonNode shown = Conformance.checked(one, one.handle(new FakeCall().at("id", "x1")));

        assertThat(shown.at("/history/0/to").asText()).isEqualTo("proposed");
        assertThat(shown.path("live")).isEmpty();
        status(404, () -> one.handle(new FakeCall().at("id", "x1").in(Scope.ofWorkspace("shop"))));
        status(404, () -> one.handle(new FakeCall().at("id", "x9")));
    }

    @Test
    void answersARunAtOnceAndDoesItMeanwhile() throws Exception {
        propose.handle(FakeCall.json(CEILING));

        Reply reply = act.handle(acting("run", ""));

        assertThat(reply.status()).isEqualTo(202);
        assertThat(Replies.text(reply)).isEqualTo("{\"id\":\"x1\",\"see\":\"/v1/experiments/x1\"}");
        assertThat(experiments.begun.await(10, TimeUnit.SECONDS)).isTrue();
        status(409, () -> act.handle(acting("run", "")));
        experiments.go.countDown();
        work.close();
        assertThat(experiments.acts).containsExactly("run x1 by ann");
        assertThat(experiments.all.get("x1").state()).isEqualTo(ExperimentState.PASSED_GATE);
    }

    @Test
    void refusesARunThatTheStateOrTheBatchesDoNotAllow() {
        propose.handle(FakeCall.json(CEILING));

        status(400, () -> act.handle(acting("run", "{\"baseline\":\"b1\"}")));
        status(400, () -> act.handle(acting("run", "{\"baseline\":\"b1\",\"candidate\":\"b2\"}")));
        experiments.put("x1", ExperimentState.REJECTED);
        status(409, () -> act.handle(acting("run", "")));
        assertThat(experiments.acts).isEmpty();
    }

    @Test
    void leadsAnExperimentOn() {
        propose.handle(FakeCall.json(CEILING));
        experiments.put("x1", ExperimentState.PASSED_GATE);

        act.handle(acting("canary", "{\"share\":0.2,\"reason\":\"a fifth\"}"));
        act.handle(acting("approve", ""));
        act.handle(acting("watch", ""));
        JsonNode promoted = Conformance.checked(act, act.handle(acting("promote", "{\"reason\":\"good\"}")));
        act.handle(acting("rollback", "{\"reason\":\"bad\"}"));

        assertThat(promoted.path("state").asText()).isEqualTo("promoted");
        assertThat(experiments.acts)
                .containsExactly(
                        "canary x1 0.2 by ann: a fifth",
                        "approve x1 by ann: asked for over HTTP",
                        "watch x1",
                        "promote x1 by ann: good",
                        "rollback x1 by ann: bad");
    }

    @Test
    void refusesActsThatAreNoneOrComeTooEarly() {
        propose.handle(FakeCall.json(CEILING));

        status(404, () -> act.handle(acting("bless", "")));
        status(409, () -> act.handle(acting("promote", "")));
        status(400, () -> act.handle(acting("reject", "{\"share\":1}")));
        status(404, () -> act.handle(acting("reject", "").in(Scope.ofWorkspace("shop"))));
        assertThat(experiments.all.get("x1").state()).isEqualTo(ExperimentState.PROPOSED);
    }

    private static FakeCall acting(String act, String body) {
        return FakeCall.json(body).at("id", "x1").at("act", act);
    }

    private static void status(int status, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                .isEqualTo(status));
    }
}
