package tacit.pulse.signals.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.pulse.Signal;
import tacit.api.store.Database;
import tacit.pulse.signals.Ledger;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.openapi.Conformance;

class ResourcesTest {

    private static JsonNode answer(HttpResource resource, Call call) {
        return Conformance.answer(resource, call);
    }

    private static void refused(int status, HttpResource resource, Call call) {
        assertThatThrownBy(() -> resource.handle(call))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }

    @EachDatabase
    void takesOneSignal(Database database) {
        Ledger ledger = new Ledger(database);
        SubmitResource submit = new SubmitResource(ledger.signals);

        JsonNode answer = answer(
                submit,
                TestCall.post("{\"profileId\":\"p1\",\"family\":\"open_loop_pressure\",\"urgency\":\"high\","
                        + "\"confidence\":0.6,\"reason\":\"A promise is open\",\"evidence\":[\"trace:1\"],"
                        + "\"payload\":{\"count\":3}}"));

        assertThat(answer.at("/merged").asInt()).isZero();
        assertThat(ledger.open()).singleElement().satisfies(signal -> {
            assertThat(signal.id()).isEqualTo(answer.at("/signals/0").asText());
            assertThat(signal.workspaceId()).isEqualTo("home");
            assertThat(signal.payload()).containsEntry("count", "3");
            assertThat(signal.strength()).isEqualTo(.7);
        });
    }

    @EachDatabase
    void refusesItemsOfABatchOneByOne(Database database) {
        Ledger ledger = new Ledger(database);

        JsonNode answer = answer(
                new SubmitResource(ledger.signals),
                TestCall.post(
                        "{\"signals\":[{\"profileId\":\"p1\",\"family\":\"mentions\"},{\"family\":\"nonsense\"},"
                                + "{\"profileId\":\"p3\",\"family\":\"mentions\"},{\"profileId\":\"p2\",\"family\":\"mentions\"},7]}"));

        assertThat(answer.at("/accepted"))
                .extracting(one -> one.get("index").asInt())
                .containsExactly(0, 3);
        assertThat(answer.at("/refused"))
                .extracting(one -> one.get("index").asInt())
                .containsExactlyInAnyOrder(1, 2, 4);
        assertThat(answer.at("/refused").toString()).contains("family must be one of", "must be that of profile 'p3'");
    }

    @EachDatabase
    void refusesWhatIsNoSignal(Database database) {
        SubmitResource submit = new SubmitResource(new Ledger(database).signals);

        refused(400, submit, TestCall.post("{}"));
        refused(400, submit, TestCall.post("{\"family\":\"mentions\",\"other\":1}"));
        refused(400, submit, TestCall.post("{\"family\":\"mentions\",\"expiresAt\":\"soon\"}"));
        refused(400, submit, TestCall.post("{\"family\":\"mentions\",\"confidence\":\"much\"}"));
        refused(400, submit, TestCall.post("no json"));
        refused(415, submit, TestCall.get());
    }

    @EachDatabase
    void listsSignalsWithWhereTheyStand(Database database) {
        Ledger ledger = new Ledger(database);
        Signal signal = ledger.one(Ledger.draft("a"));
        ledger.one(Ledger.draft("b").forProfile("p2"));
        SignalsResource list = new SignalsResource(ledger.signals);
        ledger.signals.consume(List.of(signal), "run-1");

        JsonNode consumed = answer(list, TestCall.get("state", "consumed"));

        assertThat(consumed.at("/rows/0/endedBy").asText()).isEqualTo("run-1");
        assertThat(consumed.at("/rows/0/state").asText()).isEqualTo("consumed");
        assertThat(answer(list, TestCall.get()).at("/total").asInt()).isEqualTo(2);
        assertThat(answer(list, TestCall.get("profileId", "p2")).at("/total").asInt())
                .isEqualTo(1);
        assertThat(answer(list, TestCall.get("profileId", "p3")).at("/total").asInt())
                .isZero();
        refused(400, list, TestCall.get("state", "gone"));
        refused(400, list, TestCall.get("limit", "5000"));
        refused(400, list, TestCall.get("other", "1"));
    }

    @EachDatabase
    void showsWhatWaitsTogether(Database database) {
        Ledger ledger = new Ledger(database);
        ledger.one(Ledger.draft("a"));
        ledger.signals.defer(
                "p1", ledger.open(), "foreground_active", ledger.now().plusSeconds(60));
        FamiliesResource families = new FamiliesResource(ledger.signals, ledger.profiles);

        JsonNode answer = answer(families, TestCall.get("profileId", "p1"));

        assertThat(answer.at("/families/0/family").asText()).isEqualTo("awareness_signal");
        assertThat(answer.at("/deferral/reason").asText()).isEqualTo("foreground_active");
        assertThat(answer.at("/interests")).hasSize(11);
        refused(404, families, TestCall.get("profileId", "p3"));
        refused(400, families, TestCall.get());
    }

    @EachDatabase
    void changesInterests(Database database) {
        Ledger ledger = new Ledger(database);
        InterestsResource interests = new InterestsResource(ledger.signals, ledger.profiles);

        JsonNode answer =
                answer(interests, TestCall.post("{\"profileId\":\"p1\",\"families\":[\"mentions\",\"maintenance\"]}"));

        assertThat(answer.at("/interests")).extracting(JsonNode::asText).containsExactly("maintenance", "mentions");
        refused(404, interests, TestCall.post("{\"profileId\":\"p3\",\"families\":[]}"));
        refused(400, interests, TestCall.post("{\"profileId\":\"p1\",\"families\":[\"x\"]}"));
    }

    @EachDatabase
    void dismissesOnce(Database database) {
        Ledger ledger = new Ledger(database);
        Signal signal = ledger.one(Ledger.draft("a"));
        DismissResource dismiss = new DismissResource(ledger.signals, ledger.profiles);

        JsonNode answer =
                answer(dismiss, TestCall.post("{\"reason\":\"known\"}").id(signal.id()));

        assertThat(answer.at("/state").asText()).isEqualTo("dismissed");
        assertThat(answer.at("/endedBy").asText()).isEqualTo("ada");
        refused(409, dismiss, TestCall.post("{}").id(signal.id()));
        refused(404, dismiss, TestCall.post("{}").id("unknown"));
        assertThat(ledger.audit.entries).hasSize(1);
    }

    @EachDatabase
    void sg15TakesRequestsForALook(Database database) {
        Ledger ledger = new Ledger(database);
        WakeResource wake = new WakeResource(ledger.signals, ledger.profiles, ledger.clock);
        TestCall hook = TestCall.post("{\"text\":\"Files changed\",\"source\":\"hook\",\"profileId\":\"p1\"}");

        answer(wake, hook);
        assertThat(answer(wake, hook).at("/merged").asInt()).isEqualTo(1);
        assertThat(ledger.open()).extracting(Signal::mergedCount).containsExactly(2);

        TestCall hand = TestCall.post("{\"text\":\"Look\",\"source\":\"manual\",\"mode\":\"now\"}");
        assertThat(answer(wake, hand).at("/signals")).hasSize(2);
        assertThat(answer(wake, hand).at("/merged").asInt()).as("never merged").isZero();
        refused(400, wake, TestCall.post("{\"text\":\"x\",\"mode\":\"later\"}"));
        refused(400, wake, TestCall.post("{\"text\":\"x\",\"source\":\"git\"}"));
        refused(404, wake, TestCall.post("{\"text\":\"x\",\"profileId\":\"p3\"}"));
    }
}
