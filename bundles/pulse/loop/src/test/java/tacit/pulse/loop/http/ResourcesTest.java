package tacit.pulse.loop.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.access.AccessRole;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.pulse.loop.Hosts;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class ResourcesTest {

    private static final Scope W1 = Scope.ofWorkspace("w1");
    private static final Scope W2 = Scope.ofWorkspace("w2");
    private static final Map<String, String> P1 = Map.of("profile", "p1", "id", "p1", "task", "report");

    private Hosts host;

    @BeforeEach
    void open(Database database) {
        host = new Hosts(database);
    }

    private static void refused(int status, HttpResource resource, Scope scope, Map<String, String> path, String body) {
        assertThatThrownBy(() -> FakeCall.ask(resource, scope, path, Map.of(), body))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.status())
                        .isEqualTo(status));
    }

    @Test
    void pulsesAndExplains() {
        StandingResource standing = new StandingResource(host.desk(), host.profiles(), host.generations(7));

        assertThat(FakeCall.ask(standing, W1, P1, Map.of("explain", "true"), ""))
                .contains("\"rule\":\"in_flight\"", "\"explained\":[");
        assertThat(FakeCall.ask(standing, W1, P1, Map.of(), ""))
                .contains(
                        "\"stance\":\"dispatcher\"",
                        "\"dispatchesToday\":1",
                        "\"nextPulseAt\":\"2026-03-01T12:16:00Z\"")
                .contains("\"counts\":{\"cadenceMinutes\":15", "\"generation\":7")
                .doesNotContain("laidOver");
        assertThat(FakeCall.ask(new PulseResource(host.desk(), host.profiles()), W1, P1, Map.of(), ""))
                .contains("\"reason\":\"manual_pulse\"", "\"rule\":\"in_flight\"");
        assertThat(new PulseResource(host.desk(), host.profiles()).role()).contains(AccessRole.OPERATOR);
    }

    @Test
    void showsWhatIsSetAndWhatAGenerationLaysOverIt() {
        host.lay("p1 cadence=60 budget=2");
        StandingResource standing = new StandingResource(host.desk(), host.profiles(), host.generations(8));

        assertThat(FakeCall.ask(standing, W1, P1, Map.of(), ""))
                .contains("\"own\":{\"cadenceMinutes\":15,\"dispatchCooldownMinutes\":30,\"maxDispatchesPerDay\":6}")
                .contains("\"laidOver\":{\"cadenceMinutes\":60,\"maxDispatchesPerDay\":2}")
                .contains("\"counts\":{\"cadenceMinutes\":60,\"dispatchCooldownMinutes\":30,\"maxDispatchesPerDay\":2}")
                .contains("\"nextPulseAt\":\"2026-03-01T13:01:00Z\"", "\"generation\":8");
    }

    @Test
    void showsDispatchesOfTheOwnWorkspaceAlone() {
        String id = host.dispatch();
        DispatchResource one = new DispatchResource(host.desk(), host.traces());
        DispatchesResource all = new DispatchesResource(host.desk());

        assertThat(FakeCall.ask(all, W1, Map.of(), Map.of("state", "running"), ""))
                .contains(id, "\"total\":1");
        assertThat(FakeCall.ask(all, W2, Map.of(), Map.of(), "")).contains("\"total\":0");
        assertThat(FakeCall.ask(one, W1, Map.of("id", id), Map.of(), ""))
                .contains("heartbeat.dispatch_approved", "\"posture\":\"mode\"", "\"approvedBy\":\"policy\"");
        refused(404, one, W2, Map.of("id", id), "");
        refused(404, new DispatchCancelResource(host.desk()), W2, Map.of("id", id), "");
        refused(403, all, new Scope("w1", "anna"), Map.of(), "");
        refused(404, new PulseResource(host.desk(), host.profiles()), W2, P1, "");
    }

    @Test
    void cancelsOnce() {
        DispatchCancelResource cancel = new DispatchCancelResource(host.desk());
        Map<String, String> path = Map.of("id", host.dispatch());

        assertThat(FakeCall.ask(cancel, W1, path, Map.of(), "{\"reason\":\"not now\"}"))
                .contains("\"state\":\"cancelled\"");
        refused(409, cancel, W1, path, "");
        refused(400, cancel, W1, path, "{\"why\":1}");
    }

    @Test
    void keepsAndRemovesProactiveTasks() {
        ProactiveKeepResource keep = new ProactiveKeepResource(host.desk(), host.profiles());
        String task = "{\"promptTemplate\":\"Write it\",\"frequencyMinutes\":60,\"executionMode\":\"pulse_only\"}";

        assertThat(FakeCall.ask(keep, W1, P1, Map.of(), task)).contains("\"executionMode\":\"pulse_only\"");
        refused(400, keep, W1, P1, "{\"promptTemplate\":\"Write it\",\"frequencyMinutes\":0}");
        refused(400, keep, W1, P1, "{\"promptTemplate\":\"x\",\"frequencyMinutes\":60,\"executionMode\":\"often\"}");
        assertThat(FakeCall.ask(new ProactiveResource(host.desk(), host.profiles()), W1, P1, Map.of(), ""))
                .contains("\"id\":\"report\"");
        ProactiveRemoveResource remove = new ProactiveRemoveResource(host.desk(), host.profiles());
        assertThat(FakeCall.ask(remove, W1, P1, Map.of(), "")).contains("report");
        refused(404, remove, W1, P1, "");
    }

    @Test
    void listsAndEndsSchedules() {
        String id = host.schedule();
        SchedulesResource all = new SchedulesResource(host.desk());
        ScheduleRemoveResource remove = new ScheduleRemoveResource(host.desk());

        assertThat(FakeCall.ask(all, W1, Map.of(), Map.of(), "")).contains(id, "\"cron\":");
        assertThat(FakeCall.ask(all, W2, Map.of(), Map.of(), "")).isEqualTo("{\"rows\":[]}");
        refused(404, remove, W2, Map.of("id", id), "");
        assertThat(FakeCall.ask(remove, W1, Map.of("id", id), Map.of(), "")).contains(id);
        refused(404, remove, W1, Map.of("id", id), "");
    }
}
